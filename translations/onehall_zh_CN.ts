<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AdminPages</name>
    <message>
        <source>Staff</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Windows and hall</source>
        <translation>窗口与大厅</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>收费</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Workflows</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>常用语</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>文书模板</translation>
    </message>
</context>
<context>
    <name>AdminText</name>
    <message>
        <source>A sign-in name has 2 to 20 small letters and figures and begins with a letter.</source>
        <translation>登录名由 2 至 20 个小写字母和数字组成，以字母开头。</translation>
    </message>
    <message>
        <source>Somebody has this sign-in name already; choose another one.</source>
        <translation>这个登录名已有人使用，请换一个。</translation>
    </message>
    <message>
        <source>Type the person&apos;s name.</source>
        <translation>请填写姓名。</translation>
    </message>
    <message>
        <source>Add at least one post; it decides what the person may do.</source>
        <translation>请至少添加一个岗位，岗位决定此人能办什么。</translation>
    </message>
    <message>
        <source>A post names a department that does not exist.</source>
        <translation>有岗位所属的部门不存在。</translation>
    </message>
    <message>
        <source>Choose a window that exists.</source>
        <translation>请选择已有的窗口。</translation>
    </message>
    <message>
        <source>This is the only administrator. Make somebody else an administrator first.</source>
        <translation>这是唯一的系统管理员，请先让别人担任管理员。</translation>
    </message>
    <message>
        <source>A window&apos;s code is a capital letter and two letters or figures, like A07; a department&apos;s is 2 to 10 capital letters or figures.</source>
        <translation>窗口编号为一个大写字母加两位字母或数字，如 A07；部门编号为 2 至 10 位大写字母或数字。</translation>
    </message>
    <message>
        <source>This code is in use already; choose another one.</source>
        <translation>这个编号已被使用，请换一个。</translation>
    </message>
    <message>
        <source>Type the name.</source>
        <translation>请填写名称。</translation>
    </message>
    <message>
        <source>Tick at least one department that is served here.</source>
        <translation>请至少勾选一个在此受理的部门。</translation>
    </message>
    <message>
        <source>One of the departments does not exist.</source>
        <translation>其中有部门不存在。</translation>
    </message>
    <message>
        <source>People sit at this window. Give them another usual window first.</source>
        <translation>还有人员在这个窗口，请先给他们换常用窗口。</translation>
    </message>
    <message>
        <source>The hall must open before it closes.</source>
        <translation>上班时间必须早于下班时间。</translation>
    </message>
    <message>
        <source>Choose between 1 and 60 days.</source>
        <translation>请填写 1 至 60 天。</translation>
    </message>
    <message>
        <source>Choose a fee in the list.</source>
        <translation>请在列表中选择一项收费。</translation>
    </message>
    <message>
        <source>Type the amount in yuan with figures, like 80 or 0.0008 (at most six decimals).</source>
        <translation>请用数字填写金额（元），如 80 或 0.0008，最多六位小数。</translation>
    </message>
    <message>
        <source>A validity needs an amount. Type the amount, or clear the dates.</source>
        <translation>有有效期就要有金额。请填写金额，或去掉日期。</translation>
    </message>
    <message>
        <source>Name the document that sets this standard; without it nothing may be charged.</source>
        <translation>请填写核定标准的文件；没有依据不得收费。</translation>
    </message>
    <message>
        <source>The last day lies before the first day.</source>
        <translation>截止日早于开始日。</translation>
    </message>
    <message>
        <source>Choose the day.</source>
        <translation>请选择日期。</translation>
    </message>
    <message>
        <source>Type the reason; it stands in the record.</source>
        <translation>请填写原因，原因会留在记录里。</translation>
    </message>
    <message>
        <source>The day is like this already; nothing would change.</source>
        <translation>这一天本来就是这样，不会有变化。</translation>
    </message>
    <message>
        <source>Choose a day of local order in the list.</source>
        <translation>请在列表中选择一个本地调整的日子。</translation>
    </message>
    <message>
        <source>The file is not in UTF-8. Save it in the office program as “CSV UTF-8” and choose it again; GBK and GB18030 cannot be read.</source>
        <translation>文件不是 UTF-8 编码。请在办公软件中另存为“CSV UTF-8”后再选；GBK、GB18030 编码无法读取。</translation>
    </message>
    <message>
        <source>A quotation mark is not closed before the file ends.</source>
        <translation>引号到文件结束都没有闭合。</translation>
    </message>
    <message>
        <source>There is text between a closing quotation mark and the next comma.</source>
        <translation>右引号与下一个逗号之间有多余的文字。</translation>
    </message>
    <message>
        <source>The row has %1 fields, the first line has %2.</source>
        <translation>这一行有 %1 个字段，首行有 %2 个。</translation>
    </message>
    <message>
        <source>The first line lacks the column “%1”.</source>
        <translation>首行缺少“%1”这一列。</translation>
    </message>
    <message>
        <source>A value is needed here.</source>
        <translation>这里必须填写。</translation>
    </message>
    <message>
        <source>At most %1 characters fit here.</source>
        <translation>这里最多 %1 个字符。</translation>
    </message>
    <message>
        <source>“%1” is not a whole number.</source>
        <translation>“%1”不是整数。</translation>
    </message>
    <message>
        <source>“%1” is not a date like 2026-10-01.</source>
        <translation>“%1”不是 2026-10-01 这样的日期。</translation>
    </message>
    <message>
        <source>“%1” is not an amount with at most six decimals.</source>
        <translation>“%1”不是金额（最多六位小数）。</translation>
    </message>
    <message>
        <source>“%1” is not one of the values allowed.</source>
        <translation>“%1”不在允许的取值之内。</translation>
    </message>
    <message>
        <source>“%1” is neither in these files nor in the hall.</source>
        <translation>“%1”在这些文件和本大厅中都没有。</translation>
    </message>
    <message>
        <source>“%1” stands twice in the file.</source>
        <translation>“%1”在文件中出现了两次。</translation>
    </message>
    <message>
        <source>The name stands twice.</source>
        <translation>名称重复。</translation>
    </message>
    <message>
        <source>It has no states.</source>
        <translation>没有任何状态。</translation>
    </message>
    <message>
        <source>No action leads here.</source>
        <translation>没有操作能到达这里。</translation>
    </message>
    <message>
        <source>The case would lie in nobody&apos;s pile.</source>
        <translation>到这里办件不在任何人的待办里。</translation>
    </message>
    <message>
        <source>Nobody can act here.</source>
        <translation>到这里没有人能办理。</translation>
    </message>
    <message>
        <source>It is an end, but an action leads on.</source>
        <translation>这是终点，却还有操作往下走。</translation>
    </message>
    <message>
        <source>From here no way leads to an end.</source>
        <translation>从这里走不到终点。</translation>
    </message>
    <message>
        <source>It leaves the unknown state “%1”.</source>
        <translation>起点状态“%1”不存在。</translation>
    </message>
    <message>
        <source>It leads to the unknown state “%1”.</source>
        <translation>去向状态“%1”不存在。</translation>
    </message>
    <message>
        <source>No role may take this action.</source>
        <translation>没有角色能做这个操作。</translation>
    </message>
    <message>
        <source>The role “%1” owns it but has no action.</source>
        <translation>归“%1”办理，但该角色没有可用的操作。</translation>
    </message>
    <message>
        <source>The clock can be stopped but never started again.</source>
        <translation>能暂停计时，却不能恢复计时。</translation>
    </message>
    <message>
        <source>The sign-off group cannot end.</source>
        <translation>会签组无法结束。</translation>
    </message>
    <message>
        <source>The group ends in the unknown state “%1”.</source>
        <translation>会签结束后的状态“%1”不存在。</translation>
    </message>
    <message>
        <source>It wants the unknown paper “%1”.</source>
        <translation>要出的文书“%1”不存在。</translation>
    </message>
    <message>
        <source>It ends the case without a finish code.</source>
        <translation>办结时没有办结结果代码。</translation>
    </message>
    <message>
        <source>Four eyes are asked for, but this act is not counted.</source>
        <translation>要求不得一人多岗，但这个操作没有计入。</translation>
    </message>
    <message>
        <source>The workflow “%1” is not published.</source>
        <translation>流程“%1”没有发布。</translation>
    </message>
    <message>
        <source>The step “%1” of its workflow is missing.</source>
        <translation>缺少流程中的环节“%1”。</translation>
    </message>
    <message>
        <source>No state uses its step “%1”.</source>
        <translation>没有状态用到环节“%1”。</translation>
    </message>
    <message>
        <source>The steps take %1 working days, promised are %2.</source>
        <translation>各环节共 %1 个工作日，承诺 %2 个工作日。</translation>
    </message>
    <message>
        <source>The steps take only %1 working days, promised are %2.</source>
        <translation>各环节只有 %1 个工作日，承诺 %2 个工作日。</translation>
    </message>
    <message>
        <source>Promised are %1 days, the law allows %2.</source>
        <translation>承诺 %1 天，法定 %2 天。</translation>
    </message>
    <message>
        <source>It is decided on the spot, but %1 days are promised.</source>
        <translation>即办件却承诺 %1 天。</translation>
    </message>
    <message>
        <source>No materials are listed.</source>
        <translation>没有列出材料。</translation>
    </message>
    <message>
        <source>It has a fee, but no fee line.</source>
        <translation>标为收费，却没有收费项目。</translation>
    </message>
    <message>
        <source>It has fee lines but is marked as free.</source>
        <translation>有收费项目，却标为不收费。</translation>
    </message>
    <message>
        <source>It is joint but names no joint department.</source>
        <translation>是联办件，却没有协办部门。</translation>
    </message>
    <message>
        <source>Too few people hold the post: %1.</source>
        <translation>岗位人员不足：%1。</translation>
    </message>
    <message>
        <source>Answer to the receipt</source>
        <translation>收件答复</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>补正</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承诺时限</translation>
    </message>
    <message>
        <source>Statute</source>
        <translation>法定时限</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>送达</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>post: role, department</comment>
        <translation>%2%1</translation>
    </message>
    <message>
        <source>In the hall</source>
        <translation>进驻大厅</translation>
    </message>
    <message>
        <source>The hall&apos;s own office</source>
        <translation>中心自设</translation>
    </message>
    <message>
        <source>Not in the hall</source>
        <translation>未进驻</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>Hall</source>
        <translation>大厅</translation>
    </message>
    <message>
        <source>Local day</source>
        <translation>本地调整日</translation>
    </message>
    <message>
        <source>Yearly notice</source>
        <translation>年度通知</translation>
    </message>
    <message>
        <source>Opinion phrases</source>
        <translation>意见用语</translation>
    </message>
    <message>
        <source>Paper template</source>
        <translation>文书模板</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Case type</source>
        <translation>办件类型</translation>
    </message>
    <message>
        <source>Applicants</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Statutory limit</source>
        <translation>法定时限</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>收费</translation>
    </message>
    <message>
        <source>Fee line</source>
        <translation>收费项目</translation>
    </message>
    <message>
        <source>Amount in yuan</source>
        <translation>金额（元）</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>生效日</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>In this hall</source>
        <translation>在本大厅办理</translation>
    </message>
    <message>
        <source>Joint departments</source>
        <translation>协办部门</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Originals</source>
        <translation>原件份数</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>复印件份数</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>必要</translation>
    </message>
    <message>
        <source>May follow</source>
        <translation>可容缺</translation>
    </message>
    <message>
        <source>Original given back</source>
        <translation>原件退还</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>来源渠道</translation>
    </message>
    <message>
        <source>Limit in working days</source>
        <translation>时限（工作日）</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>计入承诺</translation>
    </message>
    <message>
        <source>May be stopped</source>
        <translation>可暂停</translation>
    </message>
    <message>
        <source>May be sent back</source>
        <translation>可退回</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Usual window</source>
        <translation>常用窗口</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Officer&apos;s card</source>
        <translation>执法证号</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Cashier window</source>
        <translation>收费窗口</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Organ</source>
        <translation>机关</translation>
    </message>
    <message>
        <source>Organ word</source>
        <translation>机关代字</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Supervision phone</source>
        <translation>监督电话</translation>
    </message>
    <message>
        <source>Payee account</source>
        <translation>收款账户</translation>
    </message>
    <message>
        <source>Opens</source>
        <translation>上班</translation>
    </message>
    <message>
        <source>Closes</source>
        <translation>下班</translation>
    </message>
    <message>
        <source>Days to correct</source>
        <translation>补正期限</translation>
    </message>
    <message>
        <source>Days to hand over</source>
        <translation>送达期限</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>放假</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>用语</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between two roles of one person</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>department: roles</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between two posts of one person</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>A phrase is empty. Write it, or remove it.</source>
        <translation>有一条常用语是空的，请填写或删除。</translation>
    </message>
    <message>
        <source>A phrase is longer than %1 characters. Shorten it.</source>
        <translation>有一条常用语超过 %1 个字，请缩短。</translation>
    </message>
    <message>
        <source>A phrase stands in the list twice. Remove one of the two.</source>
        <translation>有一条常用语重复，请删除其中一条。</translation>
    </message>
</context>
<context>
    <name>CaseAsks</name>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Does the applicant take %1 back?</source>
        <translation>申请人要撤回 %1 吗？</translation>
    </message>
    <message>
        <source>The case is closed. It cannot be opened again.</source>
        <translation>办件将关闭，不能再打开。</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>End for want of correction</source>
        <translation>补正不来办结</translation>
    </message>
    <message>
        <source>End %1 because nothing was supplied?</source>
        <translation>逾期未补正，办结 %1 吗？</translation>
    </message>
    <message>
        <source>End the case</source>
        <translation>办结</translation>
    </message>
</context>
<context>
    <name>CaseColumns</name>
    <message>
        <source>Light</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>受理编号</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>收件日期</translation>
    </message>
    <message>
        <source>Promised for</source>
        <translation>承诺日期</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>办结日期</translation>
    </message>
    <message>
        <source>newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>case number</source>
        <translation>受理编号</translation>
    </message>
    <message>
        <source>number %1</source>
        <translation>证号 %1</translation>
    </message>
    <message>
        <source>phone %1</source>
        <translation>电话 %1</translation>
    </message>
    <message>
        <source>applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>legal representative %1</source>
        <translation>法定代表人 %1</translation>
    </message>
    <message>
        <source>agent %1</source>
        <translation>代办人 %1</translation>
    </message>
    <message>
        <source>initials of %1</source>
        <translation>首字母：%1</translation>
    </message>
    <message>
        <source>address %1</source>
        <translation>地址 %1</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>originals / copies</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Due</source>
        <comment>originals / copies due</comment>
        <translation>应交（原/复）</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已收（原/复）</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>核对结果</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>动作</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>void: the file was changed afterwards</source>
        <translation>无效：案卷后来有改动</translation>
    </message>
    <message>
        <source>stands</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Fee slip</source>
        <translation>缴款通知书</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>收费项目</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Amount (yuan)</source>
        <translation>金额（元）</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>缴费</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>已缴</translation>
    </message>
    <message>
        <source>open</source>
        <comment>fee slip</comment>
        <translation>未缴</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收据号</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>收费员</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>void: %1 (%2 and %3)</source>
        <comment>reason, cashier, second person</comment>
        <translation>作废：%1（%2、%3）</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>文号</translation>
    </message>
    <message>
        <source>Prints</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事情</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>void</source>
        <comment>fee slip</comment>
        <translation>作废</translation>
    </message>
    <message>
        <source>to be given back</source>
        <comment>fee slip</comment>
        <translation>应退</translation>
    </message>
</context>
<context>
    <name>CaseFacts</name>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>* provisional: the holidays of that year are not published yet</source>
        <translation>* 暂定：当年放假安排尚未公布</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>证号</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Legal representative</source>
        <translation>法定代表人</translation>
    </message>
    <message>
        <source>Number taken all the same</source>
        <translation>证号未过校验的理由</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>代办人</translation>
    </message>
    <message>
        <source>Agent&apos;s number</source>
        <translation>代办人证号</translation>
    </message>
    <message>
        <source>Agent&apos;s phone</source>
        <translation>代办人电话</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>委托</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>About</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Taken in by</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Accepted by</source>
        <translation>受理人</translation>
    </message>
    <message>
        <source>Site visit</source>
        <translation>现场勘查</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place of the visit, findings</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>收件</translation>
    </message>
    <message>
        <source>Decide by</source>
        <translation>决定受理期限</translation>
    </message>
    <message>
        <source>Applicant corrects by</source>
        <translation>补正期限</translation>
    </message>
    <message>
        <source>Deemed accepted</source>
        <translation>视为受理</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Promised for</source>
        <translation>承诺日期</translation>
    </message>
    <message>
        <source>By law</source>
        <translation>法定日期</translation>
    </message>
    <message>
        <source>Working days used</source>
        <translation>已用工作日</translation>
    </message>
    <message>
        <source>Step due</source>
        <translation>本环节期限</translation>
    </message>
    <message>
        <source>Working days left</source>
        <translation>剩余工作日</translation>
    </message>
    <message>
        <source>the clock is stopped</source>
        <translation>计时已暂停</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>已超期 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>暂停计时</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <comment>from, to, legal ground</comment>
        <translation>%1 至 %2：%3</translation>
    </message>
    <message>
        <source>now</source>
        <comment>end of a stop</comment>
        <translation>现在</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>可领取</translation>
    </message>
    <message>
        <source>Hand over by</source>
        <translation>送达期限</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>granted</source>
        <translation>准予</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>不予</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>证件编号</translation>
    </message>
    <message>
        <source>Collected by</source>
        <translation>领取人</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>collector, relation</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>CaseSheet</name>
    <message>
        <source>This item asks for no materials</source>
        <translation>本事项不需要材料</translation>
    </message>
    <message>
        <source>Nobody has given an opinion yet</source>
        <translation>还没有人签署意见</translation>
    </message>
    <message>
        <source>No fee is due</source>
        <translation>无需缴费</translation>
    </message>
    <message>
        <source>Nothing was paid</source>
        <translation>还没有缴费</translation>
    </message>
    <message>
        <source>No paper yet</source>
        <translation>还没有文书</translation>
    </message>
    <message>
        <source>The history of this case is not on this computer</source>
        <translation>本机没有这件案件的办理记录</translation>
    </message>
    <message>
        <source>The applicant has no case here</source>
        <translation>申请人没有案件</translation>
    </message>
    <message>
        <source>No page was scanned for this case.</source>
        <translation>本件没有扫描页。</translation>
    </message>
</context>
<context>
    <name>CaseWords</name>
    <message>
        <source>taken in</source>
        <translation>收件</translation>
    </message>
    <message>
        <source>pages attached</source>
        <translation>上传材料页</translation>
    </message>
    <message>
        <source>page moved</source>
        <translation>调整页序</translation>
    </message>
    <message>
        <source>page rotated</source>
        <translation>旋转页面</translation>
    </message>
    <message>
        <source>page removed</source>
        <translation>移除页面</translation>
    </message>
    <message>
        <source>materials checked</source>
        <translation>核对材料</translation>
    </message>
    <message>
        <source>field corrected</source>
        <translation>更正信息</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>fee slip made</source>
        <translation>开具缴款通知</translation>
    </message>
    <message>
        <source>fee paid</source>
        <translation>缴费</translation>
    </message>
    <message>
        <source>payment made void</source>
        <translation>缴费作废</translation>
    </message>
    <message>
        <source>paper wanted</source>
        <translation>生成文书</translation>
    </message>
    <message>
        <source>sent to the printer</source>
        <translation>送打印机</translation>
    </message>
    <message>
        <source>paper printed</source>
        <translation>文书已打印</translation>
    </message>
    <message>
        <source>print spoiled</source>
        <translation>打印作废</translation>
    </message>
    <message>
        <source>paper handed over</source>
        <translation>文书已交付</translation>
    </message>
    <message>
        <source>deemed accepted</source>
        <translation>视为受理</translation>
    </message>
    <message>
        <source>timer</source>
        <comment>no person did it</comment>
        <translation>自动</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>role, department</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>open</source>
        <comment>line of the checklist</comment>
        <translation>未核对</translation>
    </message>
    <message>
        <source>right</source>
        <comment>line of the checklist</comment>
        <translation>符合</translation>
    </message>
    <message>
        <source>wrong: %1</source>
        <comment>line of the checklist</comment>
        <translation>有问题：%1</translation>
    </message>
    <message>
        <source>not needed</source>
        <comment>line of the checklist</comment>
        <translation>不需要</translation>
    </message>
    <message>
        <source>to be printed</source>
        <translation>待打印</translation>
    </message>
    <message>
        <source>at the printer</source>
        <translation>已送打印</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>已打印</translation>
    </message>
    <message>
        <source>spoiled</source>
        <translation>打坏</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>已交付</translation>
    </message>
    <message>
        <source>cash</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>card</source>
        <translation>刷卡</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>转账</translation>
    </message>
    <message>
        <source>QR payment</source>
        <translation>扫码</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a paper: number or reason</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>not applied: %1</source>
        <translation>未生效：%1</translation>
    </message>
    <message>
        <source>void: the clerk had decided before</source>
        <translation>已作废（窗口此前已处理）</translation>
    </message>
    <message>
        <source>the applicant</source>
        <translation>本人</translation>
    </message>
    <message>
        <source>legal representative</source>
        <translation>法定代表人</translation>
    </message>
    <message>
        <source>person in charge</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>who handles it for the applicant</source>
        <translation>代办人</translation>
    </message>
    <message>
        <source>authorised agent</source>
        <translation>委托代理人</translation>
    </message>
    <message>
        <source>spouse</source>
        <translation>配偶</translation>
    </message>
    <message>
        <source>parent</source>
        <translation>父母</translation>
    </message>
    <message>
        <source>child</source>
        <translation>子女</translation>
    </message>
    <message>
        <source>member of staff</source>
        <translation>单位职员</translation>
    </message>
</context>
<context>
    <name>CashierText</name>
    <message>
        <source>cash</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>card</source>
        <translation>刷卡</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>转账</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>扫码</translation>
    </message>
    <message>
        <source>%1 yuan</source>
        <translation>%1 元</translation>
    </message>
</context>
<context>
    <name>CentreText</name>
    <message>
        <source>Sets up and looks after the centre of a hall: the one database that all workstations synchronise through.</source>
        <translation>建立并维护大厅的中心：所有工作站通过它同步的那一个 PostgreSQL 数据库。</translation>
    </message>
    <message>
        <source>makes a new centre in the database server on this machine</source>
        <translation>在本机的 PostgreSQL 服务器中建立新的中心</translation>
    </message>
    <message>
        <source>brings the centre&apos;s tables and functions up to this program</source>
        <translation>把中心的表和函数升级到本程序的版本</translation>
    </message>
    <message>
        <source>adds a person&apos;s login, gives a new password, or closes it</source>
        <translation>为人员开通登录、重设密码或停用</translation>
    </message>
    <message>
        <source>enrols a workstation and writes its connection file</source>
        <translation>登记一台工作站并写出其连接文件</translation>
    </message>
    <message>
        <source>closes a workstation for good, for example a stolen one</source>
        <translation>永久停用一台工作站（例如已失窃的）</translation>
    </message>
    <message>
        <source>publishes catalogue, staff, calendar, definitions or the sample hall</source>
        <translation>发布事项目录、人员、日历、流程定义或样例大厅</translation>
    </message>
    <message>
        <source>shows how the centre is</source>
        <translation>显示中心的状况</translation>
    </message>
    <message>
        <source>recomputes every chain and every page</source>
        <translation>重新核算每一条链和每一页</translation>
    </message>
    <message>
        <source>writes everything in open formats into an empty folder</source>
        <translation>以开放格式把全部内容写入一个空文件夹</translation>
    </message>
    <message>
        <source>writes a backup into a new folder below FOLDER</source>
        <translation>在 FOLDER 下的新文件夹中写入备份</translation>
    </message>
    <message>
        <source>restores a backup into a server of its own and verifies it</source>
        <translation>把备份恢复到独立的服务器中并核验</translation>
    </message>
    <message>
        <source>tells all workstations that this database came from a backup</source>
        <translation>告知所有工作站：本数据库由备份恢复而来</translation>
    </message>
    <message>
        <source>makes a login for this tool over the network</source>
        <translation>为本工具开通网络登录</translation>
    </message>
    <message>
        <source>starts a private centre with the sample hall, for trying it out</source>
        <translation>启动带样例大厅的私有中心，供试用</translation>
    </message>
    <message>
        <source>shows this text, or the options of one command</source>
        <translation>显示本说明，或某个命令的选项</translation>
    </message>
    <message>
        <source>Host of the server, or the folder of its socket.</source>
        <translation>服务器主机，或其套接字所在文件夹。</translation>
    </message>
    <message>
        <source>Port of the server.</source>
        <translation>服务器端口。</translation>
    </message>
    <message>
        <source>Name of the database.</source>
        <translation>数据库名称。</translation>
    </message>
    <message>
        <source>Login of this tool; not needed on the server itself.</source>
        <translation>本工具的登录名；在服务器本机上不需要。</translation>
    </message>
    <message>
        <source>Certificate of the hall&apos;s authority.</source>
        <translation>大厅证书颁发机构的证书。</translation>
    </message>
    <message>
        <source>Certificate of this computer.</source>
        <translation>本计算机的证书。</translation>
    </message>
    <message>
        <source>Key of this computer&apos;s certificate.</source>
        <translation>本计算机证书的私钥。</translation>
    </message>
    <message>
        <source>File with the password of this tool&apos;s login; - reads it from the standard input.</source>
        <translation>存放本工具登录密码的文件；- 表示从标准输入读取。</translation>
    </message>
    <message>
        <source>Folder with the centre&apos;s certificates and settings.</source>
        <translation>存放中心证书和设置的文件夹。</translation>
    </message>
    <message>
        <source>Print the answer as JSON.</source>
        <translation>以 JSON 输出结果。</translation>
    </message>
    <message>
        <source>zh_CN or en.</source>
        <translation>zh_CN 或 en。</translation>
    </message>
    <message>
        <source>Region code of the town, nine figures.</source>
        <translation>镇的区划代码，九位数字。</translation>
    </message>
    <message>
        <source>Name of the hall.</source>
        <translation>大厅名称。</translation>
    </message>
    <message>
        <source>Name or address under which workstations reach this server; may be given several times.</source>
        <translation>工作站访问本服务器所用的名称或地址；可多次给出。</translation>
    </message>
    <message>
        <source>Begin with the sample hall.</source>
        <translation>以样例大厅开始。</translation>
    </message>
    <message>
        <source>Sign-in name of the hall&apos;s administrator.</source>
        <translation>大厅管理员的登录名。</translation>
    </message>
    <message>
        <source>Name of the hall&apos;s administrator.</source>
        <translation>大厅管理员的姓名。</translation>
    </message>
    <message>
        <source>Code of the first window, for example A01.</source>
        <translation>第一个窗口的编号，例如 A01。</translation>
    </message>
    <message>
        <source>Do not change the server&apos;s settings; write them into the folder only.</source>
        <translation>不更改服务器设置，只写入文件夹。</translation>
    </message>
    <message>
        <source>File with the new password; - reads it from the standard input.</source>
        <translation>存放新密码的文件；- 表示从标准输入读取。</translation>
    </message>
    <message>
        <source>Make a password and show it once.</source>
        <translation>生成密码并只显示一次。</translation>
    </message>
    <message>
        <source>Everybody who is published, each with a password of their own.</source>
        <translation>所有已发布的人员，各给一个密码。</translation>
    </message>
    <message>
        <source>File to write.</source>
        <translation>要写入的文件。</translation>
    </message>
    <message>
        <source>Name of the person.</source>
        <translation>人员姓名。</translation>
    </message>
    <message>
        <source>Posts of the person, for example HB/clerk;HB/reviewer.</source>
        <translation>人员岗位，例如 HB/clerk;HB/reviewer。</translation>
    </message>
    <message>
        <source>Usual window of the person.</source>
        <translation>人员常用的窗口。</translation>
    </message>
    <message>
        <source>Number of the officer&apos;s card.</source>
        <translation>执法证号。</translation>
    </message>
    <message>
        <source>Telephone number.</source>
        <translation>电话号码。</translation>
    </message>
    <message>
        <source>Departments whose cases may lie on this workstation, separated by commas; * for all.</source>
        <translation>允许存放在该工作站上的部门办件，用逗号分隔；* 表示全部。</translation>
    </message>
    <message>
        <source>Numeric address, to spare the look-up of the host name.</source>
        <translation>数字地址，免去主机名解析。</translation>
    </message>
    <message>
        <source>Publish the valid rows although others were rejected.</source>
        <translation>虽有行被拒绝，仍发布有效的行。</translation>
    </message>
    <message>
        <source>Empty folder with room for the restored database.</source>
        <translation>有足够空间存放恢复数据库的空文件夹。</translation>
    </message>
    <message>
        <source>How many official numbers of each series are left out.</source>
        <translation>每个字号序列跳过的编号个数。</translation>
    </message>
    <message>
        <source>Stop the demonstration.</source>
        <translation>停止演示。</translation>
    </message>
    <message>
        <source>Port of the demonstration.</source>
        <translation>演示所用端口。</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>用法：%1</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>命令：</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>选项：</translation>
    </message>
    <message>
        <source>onehall-centre help COMMAND shows the options of a command.</source>
        <translation>onehall-centre help COMMAND 显示某个命令的选项。</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;. onehall-centre help lists them.</source>
        <translation>没有命令“%1”。onehall-centre help 列出全部命令。</translation>
    </message>
    <message>
        <source>This command was not understood: %1. See onehall-centre help %2.</source>
        <translation>无法理解该命令：%1。请看 onehall-centre help %2。</translation>
    </message>
    <message>
        <source>the option --%1 is missing</source>
        <translation>缺少选项 --%1</translation>
    </message>
    <message>
        <source>Password of %1: </source>
        <translation>%1 的密码：</translation>
    </message>
    <message>
        <source>New password for %1: </source>
        <translation>%1 的新密码：</translation>
    </message>
    <message>
        <source>Once more: </source>
        <translation>再输入一次：</translation>
    </message>
    <message>
        <source>The two passwords differ. Nothing was changed; start again.</source>
        <translation>两次输入的密码不同。未做任何更改，请重新开始。</translation>
    </message>
    <message>
        <source>A password needs at least %1 characters. Nothing was changed; choose a longer one.</source>
        <translation>密码至少需要 %1 个字符。未做任何更改，请换一个更长的密码。</translation>
    </message>
    <message>
        <source>There is no terminal to ask for the password. Give it with --%1 FILE, or --%1 - to read it from the standard input.</source>
        <translation>没有可询问密码的终端。请用 --%1 FILE 给出，或用 --%1 - 从标准输入读取。</translation>
    </message>
    <message>
        <source>The centre&apos;s schema is at step %1 now (%2 applied).</source>
        <translation>中心的结构现为第 %1 步（本次应用 %2 步）。</translation>
    </message>
    <message>
        <source>The centre&apos;s schema is at step %1 already.</source>
        <translation>中心的结构已是第 %1 步。</translation>
    </message>
    <message>
        <source>The hall &quot;%1&quot; (%2) was made.</source>
        <translation>已建立大厅“%1”（%2）。</translation>
    </message>
    <message>
        <source>Published: %1.</source>
        <translation>已发布：%1 项。</translation>
    </message>
    <message>
        <source>Nothing differs from what is published already.</source>
        <translation>与已发布的内容没有差别。</translation>
    </message>
    <message>
        <source>Some rows were not understood. Correct them and import again, or publish the others with --accept-valid.</source>
        <translation>有些行无法理解。请更正后重新导入，或用 --accept-valid 发布其余的行。</translation>
    </message>
    <message>
        <source>Items left out because one of their rows was rejected: %1</source>
        <translation>因其中有行被拒绝而未采用的事项：%1</translation>
    </message>
    <message>
        <source>Certificates were made in %1. Keep authority.key there safe: who has it can enrol computers.</source>
        <translation>证书已生成在 %1。请妥善保管其中的 authority.key：持有者可以登记计算机。</translation>
    </message>
    <message>
        <source>TLS, SCRAM and the rules of access were set in the server (%1).</source>
        <translation>已在服务器中设置 TLS、SCRAM 和访问规则（%1）。</translation>
    </message>
    <message>
        <source>The settings to make in the server lie in %1. Add them to postgresql.conf and, on top, to pg_hba.conf.</source>
        <translation>需要在服务器中进行的设置位于 %1。请加入 postgresql.conf，并加到 pg_hba.conf 的最前面。</translation>
    </message>
    <message>
        <source>The server must be restarted once before workstations can reach it: systemctl restart postgresql</source>
        <translation>工作站访问之前，服务器需要重启一次：systemctl restart postgresql</translation>
    </message>
    <message>
        <source>Next: onehall-centre staff add %1, then onehall-centre import, then onehall-centre enrol WINDOW.</source>
        <translation>下一步：onehall-centre staff add %1，然后 onehall-centre import，再 onehall-centre enrol 窗口编号。</translation>
    </message>
    <message>
        <source>%1 can sign in with the new password.</source>
        <translation>%1 可以用新密码登录。</translation>
    </message>
    <message>
        <source>Password of %1, shown once: %2</source>
        <translation>%1 的密码（只显示一次）：%2</translation>
    </message>
    <message>
        <source>%1 can no longer sign in, and open sessions were ended.</source>
        <translation>%1 不能再登录，已打开的会话已结束。</translation>
    </message>
    <message>
        <source>%1 passwords were written to %2. Hand them over and delete the file.</source>
        <translation>%1 个密码已写入 %2。请分发后删除该文件。</translation>
    </message>
    <message>
        <source>Station %1 is enrolled; its connection file is %2.</source>
        <translation>工作站 %1 已登记，连接文件为 %2。</translation>
    </message>
    <message>
        <source>Carry the file to that computer by hand and choose &quot;Join a hall&quot; there; then delete it here. It holds the station&apos;s secret.</source>
        <translation>请亲手把该文件带到那台计算机，在那里选择“加入大厅”，然后删除这里的文件。其中含有该工作站的密钥。</translation>
    </message>
    <message>
        <source>Station %1 is closed; its code is never given again.</source>
        <translation>工作站 %1 已停用，其编号不再使用。</translation>
    </message>
    <message>
        <source>The login %1 can be used from another computer: take authority.crt, %2.crt and %2.key there and give them with --ca, --certificate and --key.</source>
        <translation>登录名 %1 可在其他计算机上使用：把 authority.crt、%2.crt 和 %2.key 带到那里，并用 --ca、--certificate 和 --key 给出。</translation>
    </message>
    <message>
        <source>Hall: %1 (%2)</source>
        <translation>大厅：%1（%2）</translation>
    </message>
    <message>
        <source>Journal: %1 events, position %2</source>
        <translation>日志：%1 条事件，位置 %2</translation>
    </message>
    <message>
        <source>Cases: %1 open, %2 closed</source>
        <translation>办件：%1 件在办，%2 件办结</translation>
    </message>
    <message>
        <source>People: %1</source>
        <translation>人员：%1 人</translation>
    </message>
    <message>
        <source>Station %1: last contact %2, scopes %3</source>
        <translation>工作站 %1：最近联系 %2，范围 %3</translation>
    </message>
    <message>
        <source>Station %1: closed</source>
        <translation>工作站 %1：已停用</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>Pages: %1 (%2), %3 still on their way</source>
        <translation>页面：%1 页（%2），%3 页仍在途中</translation>
    </message>
    <message>
        <source>Refused and kept: %1</source>
        <translation>拒收并保存：%1 条</translation>
    </message>
    <message>
        <source>Database: %1</source>
        <translation>数据库：%1</translation>
    </message>
    <message>
        <source>Schema: step %1</source>
        <translation>结构：第 %1 步</translation>
    </message>
    <message>
        <source>%1 positions checked</source>
        <translation>已核验 %1 个位置</translation>
    </message>
    <message>
        <source>Everything is sound.</source>
        <translation>全部完好。</translation>
    </message>
    <message>
        <source>Checked: %1 events in %2 streams, %3 pages (%4); %5 pages still on their way, %6 bodies erased by law.</source>
        <translation>已核验：%2 个流中的 %1 条事件，%3 页（%4）；%5 页仍在途中，依法删除正文 %6 条。</translation>
    </message>
    <message>
        <source>Something is wrong in %1 places. Make a backup now, change nothing, and restore the newest backup that verifies.</source>
        <translation>有 %1 处不对。请立即备份，不要更改任何内容，并恢复最近一份核验无误的备份。</translation>
    </message>
    <message>
        <source>Position %1 does not follow the one before.</source>
        <translation>位置 %1 与前一个不连续。</translation>
    </message>
    <message>
        <source>Position %1: the town&apos;s chain is broken.</source>
        <translation>位置 %1：全镇的链断裂。</translation>
    </message>
    <message>
        <source>Position %1: the chain of stream %2 is broken.</source>
        <translation>位置 %1：流 %2 的链断裂。</translation>
    </message>
    <message>
        <source>Position %1: the envelope cannot be read.</source>
        <translation>位置 %1：信封无法读取。</translation>
    </message>
    <message>
        <source>Position %1: the body in stream %2 is not the one that was written.</source>
        <translation>位置 %1：流 %2 的正文不是当初写入的内容。</translation>
    </message>
    <message>
        <source>The counter stands at %1, but the journal does not end there.</source>
        <translation>计数器位于 %1，但日志并不在此结束。</translation>
    </message>
    <message>
        <source>Page %2: its bytes are not the ones that were scanned.</source>
        <translation>页面 %2：内容不是当初扫描的内容。</translation>
    </message>
    <message>
        <source>Exported to %1: %2 events, %3 streams, %4 pages, %5 refused.</source>
        <translation>已导出到 %1：%2 条事件，%3 个流，%4 页，拒收 %5 条。</translation>
    </message>
    <message>
        <source>Backup written to %1 (%2), up to position %3. Try it with onehall-centre restore-test.</source>
        <translation>备份已写入 %1（%2），至位置 %3。请用 onehall-centre restore-test 试恢复。</translation>
    </message>
    <message>
        <source>The backup was restored in %1 seconds up to position %2, and everything in it is sound.</source>
        <translation>备份在 %1 秒内恢复到位置 %2，其中内容全部完好。</translation>
    </message>
    <message>
        <source>The backup could be restored, but %1 places in it are wrong. Do not rely on it; make a new one.</source>
        <translation>备份可以恢复，但其中有 %1 处不对。请勿依赖它，重新备份。</translation>
    </message>
    <message>
        <source>The centre has a new epoch. Every workstation compares itself at its next contact and sends again what is missing here.</source>
        <translation>中心已有新的纪元。每台工作站下次联系时会自行比对，并重新发送这里缺少的内容。</translation>
    </message>
    <message>
        <source>The demonstration centre runs on port %1; its files are in %2.</source>
        <translation>演示中心运行在端口 %1，文件位于 %2。</translation>
    </message>
    <message>
        <source>Start workstation %1 with: %2</source>
        <translation>启动工作站 %1：%2</translation>
    </message>
    <message>
        <source>Sign in as cz01 (clerk), cz11 (reviewer) or another person of the sample hall; the password of everybody is %1.</source>
        <translation>可用 cz01（窗口）、cz11（审核）或样例大厅的其他人员登录，所有人的密码都是 %1。</translation>
    </message>
    <message>
        <source>Stop it with: onehall-centre demo --stop --folder %1</source>
        <translation>停止：onehall-centre demo --stop --folder %1</translation>
    </message>
    <message>
        <source>The demonstration centre was stopped. Its files stay in %1; delete the folder to be rid of them.</source>
        <translation>演示中心已停止。文件保留在 %1，删除该文件夹即可清除。</translation>
    </message>
    <message>
        <source>The server does not answer. Check that the database server runs, and --host and --port. On the server itself start this tool under its account: sudo -u postgres onehall-centre …</source>
        <translation>服务器没有应答。请检查 PostgreSQL 是否运行以及 --host 和 --port。在服务器本机上请以 PostgreSQL 的账户运行本工具：sudo -u postgres onehall-centre …</translation>
    </message>
    <message>
        <source>Login or password is wrong. Type the password again.</source>
        <translation>登录名或密码错误。请重新输入密码。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not that of this hall, or the line is not protected. Nothing was sent. Check --host and --ca.</source>
        <translation>服务器证书不是本大厅的证书，或线路未受保护。未发送任何内容。请检查 --host 和 --ca。</translation>
    </message>
    <message>
        <source>The centre was upgraded by a newer program, or is none yet. Use the newest onehall-centre, or run onehall-centre upgrade.</source>
        <translation>中心已由更新的程序升级，或尚未建立。请使用最新的 onehall-centre，或运行 onehall-centre upgrade。</translation>
    </message>
    <message>
        <source>This needs the database server&apos;s own administrator. On the server: sudo -u postgres onehall-centre …</source>
        <translation>此操作需要 PostgreSQL 自身的管理员。在服务器上：sudo -u postgres onehall-centre …</translation>
    </message>
    <message>
        <source>This login is closed. Ask who administers the server.</source>
        <translation>该登录已停用。请咨询服务器管理员。</translation>
    </message>
    <message>
        <source>This code was given before and is never given again. Choose another one.</source>
        <translation>该编号已使用过，不再重复使用。请换一个编号。</translation>
    </message>
    <message>
        <source>Nobody with this code is published. Give name and posts with --name and --posts, or import the staff first.</source>
        <translation>没有发布过该编号的人员。请用 --name 和 --posts 给出姓名和岗位，或先导入人员。</translation>
    </message>
    <message>
        <source>A step of the schema could not be applied, and nothing of it was: %1</source>
        <translation>结构的某一步无法应用，且未留下任何改动：%1</translation>
    </message>
    <message>
        <source>A step of the centre is not the one that this program carries (%1). Take the onehall-centre that belongs to the workstations.</source>
        <translation>中心的某一步与本程序所带的不同（%1）。请使用与工作站配套的 onehall-centre。</translation>
    </message>
    <message>
        <source>Another program that this needs failed: %1</source>
        <translation>所需的另一个程序失败：%1</translation>
    </message>
    <message>
        <source>There is no centre in this database yet. Run onehall-centre init first.</source>
        <translation>该数据库中尚无中心。请先运行 onehall-centre init。</translation>
    </message>
    <message>
        <source>The centre did not take this: %1</source>
        <translation>中心未接受：%1</translation>
    </message>
    <message>
        <source>This login has no right to do that. Use a login of the tool, or work on the server itself.</source>
        <translation>该登录无权执行此操作。请使用本工具的登录名，或在服务器本机上操作。</translation>
    </message>
    <message>
        <source>There is no such post: %1. Write department/role, for example HB/clerk, or /manager.</source>
        <translation>没有这样的岗位：%1。请写成 部门/角色，例如 HB/clerk 或 /manager。</translation>
    </message>
    <message>
        <source>The definition has mistakes and was not published: %1</source>
        <translation>流程定义有错误，未发布：%1</translation>
    </message>
    <message>
        <source>the file is not UTF-8</source>
        <translation>文件不是 UTF-8 编码</translation>
    </message>
    <message>
        <source>a quote is not closed</source>
        <translation>引号未闭合</translation>
    </message>
    <message>
        <source>text after a closing quote</source>
        <translation>右引号后有文字</translation>
    </message>
    <message>
        <source>wrong number of fields (%1)</source>
        <translation>字段数不对（%1）</translation>
    </message>
    <message>
        <source>the column is missing</source>
        <translation>缺少该列</translation>
    </message>
    <message>
        <source>a value is needed</source>
        <translation>需要填写</translation>
    </message>
    <message>
        <source>too long (at most %1)</source>
        <translation>过长（最多 %1）</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>not a date (yyyy-mm-dd)</source>
        <translation>不是日期（yyyy-mm-dd）</translation>
    </message>
    <message>
        <source>not an amount</source>
        <translation>不是金额</translation>
    </message>
    <message>
        <source>not allowed: %1</source>
        <translation>不允许的值：%1</translation>
    </message>
    <message>
        <source>unknown code: %1</source>
        <translation>未知的编号：%1</translation>
    </message>
    <message>
        <source>the same code twice</source>
        <translation>编号重复</translation>
    </message>
    <message>
        <source>Check the journal only: read no page, fold no case again.</source>
        <translation>只核对日志：不读取扫描页，不重算办件。</translation>
    </message>
    <message>
        <source>It ends with 0 done, 1 refused or failed, 2 not understood, 3 no answer from the server, 4 damage found.</source>
        <translation>退出码：0 完成，1 被拒绝或失败，2 命令不明，3 服务器无应答，4 发现损坏。</translation>
    </message>
    <message>
        <source>%1 official numbers that this station had leased and not used are void; nobody gets them again.</source>
        <translation>该工作站已领取而未使用的 %1 个文号已作废，不会再发给任何人。</translation>
    </message>
    <message>
        <source>What the centre lists of %2 (position %1) is not what its events say.</source>
        <translation>中心所列 %2（位置 %1）的情况与其事件记录不一致。</translation>
    </message>
</context>
<context>
    <name>CentreWords</name>
    <message>
        <source>somebody else acted first</source>
        <translation>他人已先办理</translation>
    </message>
    <message>
        <source>number given twice</source>
        <translation>编号重复</translation>
    </message>
    <message>
        <source>the case is closed</source>
        <translation>案件已办结</translation>
    </message>
    <message>
        <source>no right any more</source>
        <translation>已无权限</translation>
    </message>
    <message>
        <source>person or computer closed</source>
        <translation>人员或电脑已停用</translation>
    </message>
    <message>
        <source>fault of program or clock</source>
        <translation>程序或时钟有误</translation>
    </message>
    <message>
        <source>waits for the act before it</source>
        <translation>等待前一项处理</translation>
    </message>
    <message>
        <source>While this computer could not tell, somebody else moved the case on. Compare both versions; then change yours, or give it up.</source>
        <translation>本机未联网期间，他人已办理了该案。请对照两种版本，然后修改您的操作或放弃。</translation>
    </message>
    <message>
        <source>The number of this act was given before. &quot;Change and send&quot; takes a new number; a paper that carries the old one must be exchanged.</source>
        <translation>该编号已被使用。“修改后上传”会换新编号；印有旧编号的文书须换回。</translation>
    </message>
    <message>
        <source>The case was closed before this act arrived. Give it up with a reason, or ask the manager.</source>
        <translation>该操作到达前案件已办结。请写明原因后放弃，或请示中心管理人员。</translation>
    </message>
    <message>
        <source>When this arrived, %1 no longer had the right to do it. A colleague who has the right may adopt it.</source>
        <translation>到达中心时，%1已无此权限。有权限的同事可转为自己办理。</translation>
    </message>
    <message>
        <source>The account of %1 or this computer was closed before this arrived. A colleague may adopt it.</source>
        <translation>到达中心前，%1的账号或本机已被停用。可由同事转为自己办理。</translation>
    </message>
    <message>
        <source>The centre could not read this act. Check the clock of this computer and send it once more; if it comes back, tell the administrator (%1).</source>
        <translation>中心无法识别该操作。请核对本机时间后重新上传；若仍退回，请告知管理员（%1）。</translation>
    </message>
    <message>
        <source>This comes after an act on the same case that was not taken. It goes on by itself once that one is decided.</source>
        <translation>它排在同一案件未被接收的操作之后；前一项处理完后会自动继续。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>paper and its number</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Printed already: %1. Somebody may hold it in the hand; if your decision changes what it says, get it back or tell the applicant.</source>
        <translation>已打印：%1。可能已交到他人手中；若您的处理改变了其内容，请收回或告知申请人。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between papers</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Who has the power</source>
        <translation>有权机关</translation>
    </message>
    <message>
        <source>Certificate number</source>
        <translation>证件编号</translation>
    </message>
    <message>
        <source>Number of the city&apos;s answer</source>
        <translation>上级批复文号</translation>
    </message>
    <message>
        <source>How it ends</source>
        <translation>办结结果</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Site visit</source>
        <translation>现场勘查</translation>
    </message>
    <message>
        <source>Collected by</source>
        <translation>领取人</translation>
    </message>
    <message>
        <source>To be corrected</source>
        <translation>需补正</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Old value</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>新值</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>About</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收据</translation>
    </message>
    <message>
        <source>Fee slip</source>
        <translation>缴费单</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>材料清单</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Who</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Stands there now</source>
        <translation>现在的内容</translation>
    </message>
</context>
<context>
    <name>DeliveryText</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>逾期 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>剩 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Case: %1</source>
        <translation>案件号：%1</translation>
    </message>
    <message>
        <source>Certificate number: %1</source>
        <translation>证件号码：%1</translation>
    </message>
    <message>
        <source>Phone: %1</source>
        <translation>电话：%1</translation>
    </message>
    <message>
        <source>Legal representative: %1</source>
        <translation>法定代表人：%1</translation>
    </message>
    <message>
        <source>Agent: %1</source>
        <translation>代办人：%1</translation>
    </message>
    <message>
        <source>Accepted: %1</source>
        <translation>受理时间：%1</translation>
    </message>
    <message>
        <source>Ready since: %1</source>
        <translation>办好时间：%1</translation>
    </message>
    <message>
        <source>%1, number %2</source>
        <comment>name of the document made</comment>
        <translation>%1，编号 %2</translation>
    </message>
    <message>
        <source>No document is made for this item; the receipt of delivery is signed.</source>
        <translation>本事项不制发证件，签收送达回证即可。</translation>
    </message>
    <message>
        <source>%1 %2 (%3)</source>
        <comment>decision, its number, printed or not</comment>
        <translation>%1 %2（%3）</translation>
    </message>
</context>
<context>
    <name>DryRunText</name>
    <message>
        <source>no limit of the hall</source>
        <translation>不计本级时限</translation>
    </message>
    <message>
        <source>%1 (provisional)</source>
        <translation>%1（暂定）</translation>
    </message>
    <message>
        <source>on the spot</source>
        <translation>当场</translation>
    </message>
    <message numerus="yes">
        <source>%n calendar day(s)</source>
        <translation>
            <numerusform>%n 个自然日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n 个工作日</numerusform>
        </translation>
    </message>
    <message>
        <source>(not counted)</source>
        <translation>（不计时限）</translation>
    </message>
    <message>
        <source>Dry run of %1  %2</source>
        <translation>试算：%1  %2</translation>
    </message>
    <message>
        <source>Workflow %1, accepted on %2; every step takes its whole limit.</source>
        <translation>流程 %1，%2 受理；每个环节用足时限。</translation>
    </message>
    <message>
        <source>Promised: %1, due on %2</source>
        <translation>承诺时限：%1，截止 %2</translation>
    </message>
    <message>
        <source>Statute: %1, due on %2</source>
        <translation>法定时限：%1，截止 %2</translation>
    </message>
    <message>
        <source>Statute: sets no limit</source>
        <translation>法定时限：没有规定</translation>
    </message>
    <message>
        <source>WARNING: the steps end later than promised.</source>
        <translation>注意：各环节的截止日晚于承诺。</translation>
    </message>
    <message>
        <source>WARNING: on this calendar the promise ends later than the statute allows.</source>
        <translation>注意：按这个日历，承诺截止日晚于法定截止日。</translation>
    </message>
    <message>
        <source>WARNING: the straight way does not come to an end.</source>
        <translation>注意：直行路径走不到终点。</translation>
    </message>
    <message>
        <source>WARNING: %1</source>
        <translation>注意：%1</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The number has too few or too many characters. Count them against the certificate.</source>
        <translation>号码位数不对，请对照证件数一遍。</translation>
    </message>
    <message>
        <source>The number contains a character that cannot stand there. Compare it with the certificate.</source>
        <translation>号码里有不该出现的字符，请对照证件核对。</translation>
    </message>
    <message>
        <source>The date of birth inside the number is no possible date. Compare those eight figures with the certificate.</source>
        <translation>号码中的出生日期不存在，请对照证件核对这八位数字。</translation>
    </message>
    <message>
        <source>The check digit says that one figure is wrong or two are swapped. Read the number once more.</source>
        <translation>校验码显示有一位数字输错或两位颠倒，请再核对一遍号码。</translation>
    </message>
    <message>
        <source>The first six figures are no known region. Compare them with the certificate; if they are right, take the number with a reason.</source>
        <translation>前六位不是已知的行政区划。请对照证件核对；如确实如此，请写明理由后采用。</translation>
    </message>
    <message>
        <source>No number of this kind begins so. Check whether another kind of certificate is meant.</source>
        <translation>这种证件的号码没有这样开头的，请看看是不是选错了证件种类。</translation>
    </message>
    <message>
        <source>This is no amount. Write yuan with at most two decimals, for example 80 or 80.50.</source>
        <translation>这不是金额。请以元为单位填写，最多两位小数，例如 80 或 80.50。</translation>
    </message>
    <message>
        <source>This is no date. Write it as year-month-day, for example 2026-11-22.</source>
        <translation>这不是日期。请按“年-月-日”填写，例如 2026-11-22。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is still empty. Fill it in.</source>
        <translation>“%1”还没有填，请填写。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is too long. Shorten it.</source>
        <translation>“%1”太长，请缩短。</translation>
    </message>
    <message>
        <source>This cannot be done at the step where the case stands now. Open the case again to see its step.</source>
        <translation>案件当前所在环节不能这样办理。请重新打开案件，看看它到了哪一步。</translation>
    </message>
    <message>
        <source>Somebody else has moved this case in the meantime. Look at what was done, then decide again.</source>
        <translation>这期间别人已经办理过这个案件。请先看看办了什么，再作决定。</translation>
    </message>
    <message>
        <source>Your post may not do this. Hand the case to a colleague whose post may.</source>
        <translation>您的岗位不能办理此项，请交给有此权限的同事。</translation>
    </message>
    <message>
        <source>This case belongs to another department. A colleague there can go on with it.</source>
        <translation>此案件属于其他部门，由该部门的同事继续办理。</translation>
    </message>
    <message>
        <source>You have already acted in this case, so another person must take this step. Leave it for a colleague.</source>
        <translation>您已经办理过本案件的其他环节，这一步须由另一人办理，请留给同事。</translation>
    </message>
    <message>
        <source>An opinion is needed here. Write one or choose a phrase.</source>
        <translation>这里需要意见，请填写或选用常用语。</translation>
    </message>
    <message>
        <source>A reason is needed here. Write why.</source>
        <translation>这里需要理由，请写明原因。</translation>
    </message>
    <message>
        <source>Materials are missing or not yet judged. Complete the checklist, or ask the applicant once for everything that is missing.</source>
        <translation>材料不齐或尚未判断。请补全清单，或一次性告知申请人需要补正的全部内容。</translation>
    </message>
    <message>
        <source>No line says what is wrong. Mark each wrong line and write what the applicant must bring.</source>
        <translation>没有一项写明问题。请在有问题的材料上标注，并写明申请人要补什么。</translation>
    </message>
    <message>
        <source>The applicant was already asked once for corrections. A second notice needs the manager&apos;s consent and a reason.</source>
        <translation>已经一次性告知过补正。再次告知须经中心管理人员同意并写明理由。</translation>
    </message>
    <message>
        <source>The fee is not paid yet. Send the applicant to the cashier first.</source>
        <translation>费用还没有缴纳，请申请人先到收费窗口缴费。</translation>
    </message>
    <message>
        <source>No published standard allows this fee today. Ask the administrator to check the fee standards.</source>
        <translation>今天没有公布的收费标准可依据，请管理员核对收费标准。</translation>
    </message>
    <message>
        <source>The amount differs from the fee slip. Take exactly the amount on the slip.</source>
        <translation>金额与缴款通知书不一致，请按通知书上的金额收取。</translation>
    </message>
    <message>
        <source>This slip is already paid. Look at the receipt before taking money again.</source>
        <translation>这张缴款通知书已经缴过费。再次收款前请先看收据。</translation>
    </message>
    <message>
        <source>A second person must confirm this with name and password. Ask a colleague to come.</source>
        <translation>此操作须由第二人用姓名和密码确认，请叫一位同事来。</translation>
    </message>
    <message>
        <source>A site visit needs two officers with their cards. Choose both.</source>
        <translation>现场勘查须有两名持证人员，请选定两人。</translation>
    </message>
    <message>
        <source>A page of this case is not on this computer, so the step cannot be signed yet. Import the page again or wait until it has arrived.</source>
        <translation>本案件有一页材料不在本机，暂不能签署。请重新导入该页，或等它传到后再签。</translation>
    </message>
    <message>
        <source>This case is closed. Register a new case if something is still to be done.</source>
        <translation>此案件已办结。如还有事项要办，请另行登记。</translation>
    </message>
    <message>
        <source>A rule of this item does not allow it (%1). Check what was entered.</source>
        <translation>本事项的规则不允许这样办（%1），请检查填写的内容。</translation>
    </message>
    <message>
        <source>The item&apos;s workflow or template has a mistake (%1). Tell the administrator.</source>
        <translation>本事项的流程或文书模板有误（%1），请告诉管理员。</translation>
    </message>
    <message>
        <source>Nothing is known here under &quot;%1&quot;. Check the code, or tell the administrator.</source>
        <translation>这里查不到“%1”。请核对代码，或告诉管理员。</translation>
    </message>
    <message>
        <source>A row of the file was not taken (%1). Correct the row and import the file again.</source>
        <translation>文件中有一行未能导入（%1）。请改正后重新导入。</translation>
    </message>
    <message>
        <source>Nothing was found. Check the number or search by another word.</source>
        <translation>没有找到。请核对号码，或换一个词查询。</translation>
    </message>
    <message>
        <source>The file or folder cannot be read. Check that it is there and that you may open it.</source>
        <translation>文件或文件夹无法读取。请确认它存在，并且您有权打开。</translation>
    </message>
    <message>
        <source>The file cannot be written there. Choose another folder, or close the file if it is open elsewhere.</source>
        <translation>文件不能写到那里。请换一个文件夹；如果文件正被别处打开，请先关闭。</translation>
    </message>
    <message>
        <source>The file went away while it was being read. Put it back or plug the stick in, then attach it again.</source>
        <translation>读取过程中文件不见了。请把文件放回去或重新插好U盘，再添加一次。</translation>
    </message>
    <message>
        <source>The file is larger than 50 MB. Scan it with fewer dots per inch or in several parts.</source>
        <translation>文件超过 50 MB。请降低扫描分辨率，或分几次扫描。</translation>
    </message>
    <message>
        <source>The file is empty. Scan or save it again.</source>
        <translation>文件是空的，请重新扫描或另存。</translation>
    </message>
    <message>
        <source>The file opens only with a password. Ask the applicant for a copy without one.</source>
        <translation>文件需要密码才能打开，请申请人提供没有密码的文件。</translation>
    </message>
    <message>
        <source>The picture is damaged and cannot be shown. Scan or photograph the sheet again.</source>
        <translation>图片已损坏，无法显示。请重新扫描或拍照。</translation>
    </message>
    <message>
        <source>The picture has too many dots to be taken in safely. Scan it with at most 600 dots per inch.</source>
        <translation>图片像素太多，不能安全读入。请以不超过 600 点/英寸扫描。</translation>
    </message>
    <message>
        <source>The file has more than 200 pages. Split it and attach the parts.</source>
        <translation>文件超过 200 页，请拆分后分别添加。</translation>
    </message>
    <message>
        <source>This kind of file cannot be attached. Use JPEG, PNG, TIFF or PDF.</source>
        <translation>这种文件不能添加，请使用 JPEG、PNG、TIFF 或 PDF。</translation>
    </message>
    <message>
        <source>Reading the file was broken off to keep the program safe. Try once more; if it fails again, scan the sheet anew.</source>
        <translation>为保证程序安全，已中止读取此文件。请再试一次；如仍不行，请重新扫描。</translation>
    </message>
    <message>
        <source>The printer did not take the paper. Check that it is on and has paper, choose another printer under Settings, then print again. Nothing is lost.</source>
        <translation>打印机没有接收这份文书。请检查打印机是否开机、有纸，或在“设置”中另选打印机，再打印一次。内容都在，没有丢失。</translation>
    </message>
    <message>
        <source>The store of this computer cannot be opened. Check that its folder is there and may be written.</source>
        <translation>本机数据打不开。请检查数据文件夹是否存在、是否可写。</translation>
    </message>
    <message>
        <source>The store was written by a newer version of this program. Install the newer version on this computer; nothing was changed.</source>
        <translation>本机数据是由更新版本的程序写入的。请在本机安装新版本；数据没有被改动。</translation>
    </message>
    <message>
        <source>The store of this computer is damaged. Start the recovery from the last backup and the safety file; no event is lost by it.</source>
        <translation>本机数据已损坏。请用最近的备份和保险文件恢复；恢复不会丢失任何办理记录。</translation>
    </message>
    <message>
        <source>Another copy of the program works on this store. Use its window, or close it first.</source>
        <translation>另一个程序窗口正在使用本机数据。请使用那个窗口，或先把它关闭。</translation>
    </message>
    <message>
        <source>The store did not answer as it should, and nothing was changed. Try again; if it happens again, call the administrator.</source>
        <translation>本机数据没有正常响应，没有作任何改动。请再试一次；如再出现，请找管理员。</translation>
    </message>
    <message>
        <source>The disk is full, and nothing was changed. Free some room, then try again; what you typed is still here.</source>
        <translation>磁盘已满，没有作任何改动。请腾出空间后再试；您输入的内容还在。</translation>
    </message>
    <message>
        <source>The second safety file cannot be written. Your work is in the store; call the administrator to check the disk today.</source>
        <translation>保险文件写不进去。您办理的内容已保存；请管理员今天检查磁盘。</translation>
    </message>
    <message>
        <source>Name or password is not right. Check Caps Lock and try again.</source>
        <translation>姓名或密码不对。请检查大写锁定键后重试。</translation>
    </message>
    <message>
        <source>Too many wrong passwords. Wait %1 seconds, then try again.</source>
        <translation>密码错误次数过多，请等待 %1 秒后再试。</translation>
    </message>
    <message>
        <source>This account has no password yet. Ask the administrator to set one.</source>
        <translation>此账号还没有密码，请管理员设置。</translation>
    </message>
    <message>
        <source>The new password is too short. Use at least 8 characters.</source>
        <translation>新密码太短，至少要 8 个字符。</translation>
    </message>
    <message>
        <source>This account is closed. Ask the administrator to open it again.</source>
        <translation>此账号已停用，请管理员重新启用。</translation>
    </message>
    <message>
        <source>It was cancelled. Nothing was changed.</source>
        <translation>已取消，没有作任何改动。</translation>
    </message>
    <message>
        <source>The organisation code inside this number fails its own check: compare it with the licence.</source>
        <translation>号码中的组织机构代码校验不符，请对照营业执照核对。</translation>
    </message>
    <message>
        <source>The region stands for all districts of a city: compare it with the certificate.</source>
        <translation>此区划代码代表整个市辖区，请对照证件核对。</translation>
    </message>
    <message>
        <source>The region&apos;s code was not in use at the date of birth: compare it with the certificate.</source>
        <translation>此区划代码在出生日期时尚未启用，请对照证件核对。</translation>
    </message>
    <message>
        <source>The registering region is not in the table: compare it with the licence.</source>
        <translation>登记机关的区划不在表中，请对照营业执照核对。</translation>
    </message>
    <message>
        <source>The unknown region was taken with a reason.</source>
        <translation>未知区划已凭理由采用。</translation>
    </message>
    <message>
        <source>The failing check character was taken with a reason.</source>
        <translation>校验码不符的号码已凭理由采用。</translation>
    </message>
    <message>
        <source>The six birth figures are no date: compare them with the card.</source>
        <translation>六位出生数字不是日期，请对照证件核对。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名或名称</translation>
    </message>
    <message>
        <source>Kind of certificate</source>
        <translation>证件种类</translation>
    </message>
    <message>
        <source>Certificate number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Legal representative</source>
        <translation>法定代表人</translation>
    </message>
    <message>
        <source>Certificate number of the legal representative</source>
        <translation>法定代表人证件号码</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>代办人</translation>
    </message>
    <message>
        <source>Name of the agent</source>
        <translation>代办人姓名</translation>
    </message>
    <message>
        <source>Certificate number of the agent</source>
        <translation>代办人证件号码</translation>
    </message>
    <message>
        <source>Telephone of the agent</source>
        <translation>代办人电话</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Authority letter</source>
        <translation>授权委托书</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Name of the hall</source>
        <translation>中心名称</translation>
    </message>
    <message>
        <source>Region code</source>
        <translation>行政区划代码</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Name of the window</source>
        <translation>窗口名称</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Name of the administrator</source>
        <translation>管理员姓名</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Number of the certificate made</source>
        <translation>制发证件编号</translation>
    </message>
    <message>
        <source>Collector</source>
        <translation>领取人</translation>
    </message>
    <message>
        <source>Relation to the applicant</source>
        <translation>与申请人关系</translation>
    </message>
    <message>
        <source>Voucher number</source>
        <translation>凭证号</translation>
    </message>
    <message>
        <source>The centre cannot be reached now. Your work is kept here and is sent by itself when the network is back.</source>
        <translation>现在连不上数据中心。您办的业务都保存在本机，网络恢复后会自动发送。</translation>
    </message>
    <message>
        <source>This program and the centre are of different versions. Your work is still sent; ask the administrator for the update.</source>
        <translation>本程序与数据中心的版本不一致。您的业务仍会发送；请联系系统管理员更新程序。</translation>
    </message>
    <message>
        <source>What answered is not this hall&apos;s centre, or the line is not protected. Nothing was sent; tell the administrator.</source>
        <translation>应答的不是本厅的数据中心，或线路没有加密。没有发送任何资料；请告诉系统管理员。</translation>
    </message>
    <message>
        <source>This can only be done while the centre is reached. Wait until the strip below says online, then try again.</source>
        <translation>这一操作只有连上数据中心时才能办理。请等下方状态栏显示“在线”后再试。</translation>
    </message>
    <message>
        <source>You have not signed in with the network for too long. Connect this PC to the network and sign in again.</source>
        <translation>您已太久没有联网登录。请将本机接入网络后重新登录。</translation>
    </message>
    <message>
        <source>Something that an earlier signature covers was changed, so that signature is void. Send the file back to have it signed again.</source>
        <translation>前一环节签署的内容已被改动，该签署失效。请把案件退回，重新签署。</translation>
    </message>
    <message>
        <source>The clock of this case stands still. Start it again first (F11), then sign.</source>
        <translation>本案件正在暂停计时。请先按 F11 恢复计时，再签署。</translation>
    </message>
    <message>
        <source>The clock of this case stands still already. Nothing was changed.</source>
        <translation>本案件已经暂停计时，没有作任何改动。</translation>
    </message>
    <message>
        <source>The clock of this case is running. Nothing was changed.</source>
        <translation>本案件没有暂停计时，没有作任何改动。</translation>
    </message>
    <message>
        <source>The file cannot go back to that step. Choose one that came before.</source>
        <translation>不能退回到这个环节，请选择前面的环节。</translation>
    </message>
    <message>
        <source>This item is not open to this kind of applicant. Choose another item, or look whether a person or an organisation applies.</source>
        <translation>本事项不受理这类申请人。请另选事项，或核对是个人还是单位申请。</translation>
    </message>
    <message>
        <source>A rule does not allow it. Check what was entered, or ask the administrator.</source>
        <translation>规则不允许这样办。请检查填写的内容，或询问管理员。</translation>
    </message>
    <message>
        <source>This slip is void: the clerk had decided on the case before it was deemed accepted. Open the case to see what is owed.</source>
        <translation>此缴款通知书已作废：本件视为受理之前，窗口人员已作出处理。请打开案件查看应缴金额。</translation>
    </message>
    <message>
        <source>The centre cannot be reached, and you have never signed in at this computer. Sign in here once with the network, or go to a computer where you have.</source>
        <translation>现在连不上中心，而且您从未在这台电脑上登录过。请在有网络时在这里登录一次，或到您登录过的电脑上去。</translation>
    </message>
    <message>
        <source>No official number is left on this computer. New ones are fetched as soon as the centre is reached: wait until the strip says online, then try again. Taking in needs no such number.</source>
        <translation>本机已没有可用的文号。一连上中心就会自动取得新的文号：请等下方状态条显示在线后再试。只收件不需要文号。</translation>
    </message>
</context>
<context>
    <name>FileView</name>
    <message>
        <source>This item asks for no materials</source>
        <translation>本事项不需要材料</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>尚无办理记录</translation>
    </message>
    <message>
        <source>The applicant has no other case here</source>
        <translation>申请人在本厅没有其他办件</translation>
    </message>
    <message>
        <source>No page was scanned for this case.</source>
        <translation>本件没有扫描页。</translation>
    </message>
    <message>
        <source>No file is open</source>
        <translation>没有打开的办件</translation>
    </message>
    <message>
        <source>Applicant: &lt;b&gt;%1&lt;/b&gt;</source>
        <translation>申请人：&lt;b&gt;%1&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Legal representative: %1</source>
        <translation>法定代表人：%1</translation>
    </message>
    <message>
        <source>Agent: %1</source>
        <translation>代办人：%1</translation>
    </message>
    <message>
        <source>Phone: %1</source>
        <translation>电话：%1</translation>
    </message>
    <message>
        <source>Accepted: %1</source>
        <translation>受理时间：%1</translation>
    </message>
    <message>
        <source>Step due: %1</source>
        <translation>本环节到期：%1</translation>
    </message>
    <message>
        <source>Promised: %1</source>
        <translation>承诺到期：%1</translation>
    </message>
    <message>
        <source>By law: %1</source>
        <translation>法定到期：%1</translation>
    </message>
    <message>
        <source>About: %1</source>
        <translation>摘要：%1</translation>
    </message>
    <message>
        <source>Site visit: %1, %2</source>
        <translation>现场勘查：%1，%2</translation>
    </message>
    <message>
        <source>%1, %2 (%3): %4</source>
        <comment>step, person (when): opinion</comment>
        <translation>%1，%2（%3）：%4</translation>
    </message>
    <message>
        <source> — signature void: the file was changed afterwards</source>
        <translation>（签署后材料有变，签名失效）</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>originals / copies</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Due</source>
        <comment>originals / copies due</comment>
        <translation>应收</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>实收</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>核对结果</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>办理人</translation>
    </message>
    <message>
        <source>timer</source>
        <comment>no person did it</comment>
        <translation>自动</translation>
    </message>
    <message>
        <source>What</source>
        <translation>办理动作</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>受理编号</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>收件时间</translation>
    </message>
</context>
<context>
    <name>IntakeText</name>
    <message>
        <source>not looked at</source>
        <translation>未核对</translation>
    </message>
    <message>
        <source>right</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>免交</translation>
    </message>
    <message>
        <source>The certificate number is the same.</source>
        <translation>证件号码相同。</translation>
    </message>
    <message>
        <source>The legal representative&apos;s number is the same.</source>
        <translation>法定代表人证件号码相同。</translation>
    </message>
    <message>
        <source>Name and telephone are the same.</source>
        <translation>姓名和电话相同。</translation>
    </message>
    <message>
        <source>The name is the same and the number ends alike.</source>
        <translation>姓名相同，证件号码尾数相同。</translation>
    </message>
    <message>
        <source>Name and address are the same.</source>
        <translation>姓名和地址相同。</translation>
    </message>
    <message>
        <source>The telephone is the same.</source>
        <translation>电话相同。</translation>
    </message>
    <message>
        <source>only for persons</source>
        <translation>仅限个人</translation>
    </message>
    <message>
        <source>only for organisations</source>
        <translation>仅限单位</translation>
    </message>
    <message>
        <source>at another department</source>
        <translation>由其他部门办理</translation>
    </message>
    <message>
        <source>at window %1</source>
        <translation>请到 %1 窗口</translation>
    </message>
    <message>
        <source>not handled in this hall</source>
        <translation>不在本大厅办理</translation>
    </message>
    <message>
        <source>on the spot</source>
        <translation>即办件</translation>
    </message>
    <message>
        <source>promised</source>
        <translation>承诺件</translation>
    </message>
    <message>
        <source>joint</source>
        <translation>联办件</translation>
    </message>
    <message>
        <source>sent up</source>
        <translation>上报件</translation>
    </message>
    <message>
        <source>decided on the spot</source>
        <translation>当场办结</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) promised</source>
        <translation>
            <numerusform>承诺 %n 个工作日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>超期 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天到期</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>剩 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, page %2: %3</source>
        <translation>%1 第 %2 页：%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>JoiningText</name>
    <message>
        <source>The connection file cannot be read. Check that it is there, or copy it again from the medium of the administrator.</source>
        <translation>读不了连接文件。请看文件是否还在，或从管理员给的介质上重新拷贝一份。</translation>
    </message>
    <message>
        <source>Other people of this computer can read the connection file, which holds a secret. Make it readable for yourself only (chmod 600), then try again.</source>
        <translation>连接文件里有密钥，但这台电脑上的其他人也能读它。请改为只有您自己能读（chmod 600），然后再试。</translation>
    </message>
    <message>
        <source>This is no connection file of OneHall. Choose the file that the administrator gave out for this computer.</source>
        <translation>这不是一厅通的连接文件。请选择管理员发给这台电脑的文件。</translation>
    </message>
    <message>
        <source>This connection file was made for another version of the program. Install the newest version, or ask for a new file.</source>
        <translation>这个连接文件是给另一个版本的程序用的。请安装最新版本，或索要新的文件。</translation>
    </message>
    <message>
        <source>This connection file is of another town than the hall of this computer. Nothing was changed: ask the administrator for the right one.</source>
        <translation>这个连接文件属于另一个镇街，不是这台电脑所在的大厅。什么都没有改动：请向管理员索要正确的文件。</translation>
    </message>
    <message>
        <source>This connection file is of another computer of the hall. Every computer has a file of its own: ask the administrator for this one&apos;s.</source>
        <translation>这个连接文件是大厅里另一台电脑的。每台电脑有自己的文件：请向管理员索要这台的。</translation>
    </message>
    <message>
        <source>This computer keeps a hall of its own already. Joining would mix two halls, so nothing was changed. Start with an empty folder (--store) and join there; the old folder stays as it is.</source>
        <translation>这台电脑已经有自己的大厅。加入会把两个大厅混在一起，所以什么都没有改动。请用一个空文件夹启动（--store）并在那里加入;原来的文件夹保持不变。</translation>
    </message>
    <message>
        <source>This computer belongs to a hall&apos;s centre, but its connection file is gone. Ask the administrator for it and start with --connect and the file; your work is still here.</source>
        <translation>这台电脑属于某个大厅的中心，但它的连接文件不见了。请向管理员索要，并用 --connect 加文件名启动;您的工作还在这里。</translation>
    </message>
    <message>
        <source>The centre does not take the secret of this connection file: a newer file was made for this computer. Ask the administrator for it.</source>
        <translation>中心不接受这个连接文件里的密钥：已经为这台电脑生成了更新的文件。请向管理员索要。</translation>
    </message>
    <message>
        <source>The centre has closed the place of this computer. Ask the administrator to enrol it again, and for the new connection file.</source>
        <translation>中心已停用这台电脑的工位。请管理员重新登记，并索要新的连接文件。</translation>
    </message>
    <message>
        <source>The centre does not know the certificate of this computer. Ask the administrator for a new connection file.</source>
        <translation>中心不认识这台电脑的证书。请向管理员索要新的连接文件。</translation>
    </message>
    <message>
        <source>There is no hall at the centre that this connection file names. Ask the administrator for a new one.</source>
        <translation>中心没有这个连接文件所说的大厅。请向管理员索要新的文件。</translation>
    </message>
    <message>
        <source>This connection file is damaged. Ask the administrator for a new one.</source>
        <translation>这个连接文件已损坏。请向管理员索要新的文件。</translation>
    </message>
    <message>
        <source>The centre (%1) does not answer. Check this computer&apos;s network, and that the centre is running, then try again. Nothing was changed.</source>
        <translation>中心（%1）没有应答。请检查这台电脑的网络，并确认中心正在运行，然后再试。什么都没有改动。</translation>
    </message>
    <message>
        <source>What answers as %1 is not the centre of this connection file: its certificate is another&apos;s. Do not go on; show this to the administrator.</source>
        <translation>以 %1 应答的不是这个连接文件所指的中心：证书不是它的。请不要继续，把这个情况告诉管理员。</translation>
    </message>
    <message>
        <source>This program and the centre are of different versions. Ask the administrator for the version that the centre wants, then join.</source>
        <translation>这个程序和中心的版本不同。请向管理员索要中心要求的版本，然后再加入。</translation>
    </message>
</context>
<context>
    <name>LightText</name>
    <message>
        <source>not accepted</source>
        <translation>未受理</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>in time</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>due soon</source>
        <translation>临期</translation>
    </message>
    <message>
        <source>late</source>
        <translation>超期</translation>
    </message>
    <message>
        <source>past legal date</source>
        <translation>超法定期限</translation>
    </message>
    <message>
        <source>Not accepted yet: no time limit runs.</source>
        <translation>尚未受理，不计时限。</translation>
    </message>
    <message>
        <source>The time limit is paused.</source>
        <translation>时限已暂停计算。</translation>
    </message>
    <message>
        <source>More than a third of the promised time is left.</source>
        <translation>承诺时限还剩三分之一以上。</translation>
    </message>
    <message>
        <source>A third of the promised time or less is left, or one working day.</source>
        <translation>承诺时限只剩三分之一以内，或只剩一个工作日。</translation>
    </message>
    <message>
        <source>The promised date is past.</source>
        <translation>已超过承诺期限。</translation>
    </message>
    <message>
        <source>The date that the law sets is past.</source>
        <translation>已超过法定期限。</translation>
    </message>
</context>
<context>
    <name>ProgramText</name>
    <message>
        <source>OneHall, the workstation of a town&apos;s service hall.</source>
        <translation>一厅通，镇街政务服务大厅工作台。</translation>
    </message>
    <message>
        <source>Folder of the store to work on.</source>
        <translation>要使用的数据文件夹。</translation>
    </message>
    <message>
        <source>zh_CN or en.</source>
        <translation>zh_CN 或 en。</translation>
    </message>
    <message>
        <source>light or dark.</source>
        <translation>light（浅色）或 dark（深色）。</translation>
    </message>
    <message>
        <source>OneHall already works on this store: its window was brought to the front.</source>
        <translation>一厅通已在使用这份数据，已把它的窗口调到前面。</translation>
    </message>
    <message>
        <source>Connection file of a hall&apos;s centre, to join it with this store.</source>
        <translation>大厅中心的连接文件，用它让这个存储加入该大厅。</translation>
    </message>
</context>
<context>
    <name>ReachText</name>
    <message>
        <source>Station %1</source>
        <translation>工位 %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>station · how the centre is reached</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>looking for the centre …</source>
        <translation>正在连接中心……</translation>
    </message>
    <message>
        <source>the centre is reached</source>
        <translation>已连上中心</translation>
    </message>
    <message>
        <source>the centre is out of reach: who has signed in here before can work on</source>
        <translation>连不上中心：在这台电脑上登录过的人可以照常工作</translation>
    </message>
    <message>
        <source>the centre has closed the place of this computer: call the administrator</source>
        <translation>中心已停用这台电脑的工位：请找管理员</translation>
    </message>
    <message>
        <source>the program is too old for the centre: call the administrator</source>
        <translation>程序版本太旧，中心不接受：请找管理员</translation>
    </message>
    <message>
        <source>Signed in without the centre. Your work is sent when it is reached again.</source>
        <translation>未连中心登录。连上中心后您的工作会自动送出。</translation>
    </message>
    <message>
        <source>Signed in without the centre; valid until %1. Your work is sent when it is reached again.</source>
        <translation>未连中心登录，有效期至 %1。连上中心后您的工作会自动送出。</translation>
    </message>
</context>
<context>
    <name>RecoveryText</name>
    <message>
        <source>There was no usable backup; everything comes from the safety files.</source>
        <translation>没有可用的备份，全部内容取自保险文件。</translation>
    </message>
    <message>
        <source>Backup used: %1</source>
        <translation>所用备份：%1</translation>
    </message>
    <message>
        <source>Events in the backup: %1</source>
        <translation>备份中的办理记录：%1 条</translation>
    </message>
    <message>
        <source>Events put back from the safety files and the damaged store: %1</source>
        <translation>从保险文件和损坏数据中补回：%1 条</translation>
    </message>
    <message>
        <source>No event is missing.</source>
        <translation>没有缺失任何记录。</translation>
    </message>
    <message>
        <source>Events that are missing: %1. Tell the administrator; the paper files can fill the gap.</source>
        <translation>缺失的记录：%1 条。请告诉管理员，可按纸质档案补录。</translation>
    </message>
    <message>
        <source>Places in the safety files that could not be read: %1</source>
        <translation>保险文件中无法读取的位置：%1 处</translation>
    </message>
    <message>
        <source>The damaged store is kept as %1</source>
        <translation>损坏的数据已另存为 %1</translation>
    </message>
</context>
<context>
    <name>RefusalText</name>
    <message>
        <source>Your post does not allow this at the centre. If that is new, sign out and in again; otherwise ask the administrator.</source>
        <translation>您的岗位在中心没有这项权限。如果权限刚刚变更，请退出后重新登录；否则请找管理员。</translation>
    </message>
    <message>
        <source>This case belongs to a department that you do not serve. Hand it to a colleague of that department.</source>
        <translation>该件属于您不负责的部门，请交由该部门的同事办理。</translation>
    </message>
    <message>
        <source>This step wants another person than the one who did the step before. Ask a colleague.</source>
        <translation>这一步必须由另一个人办理，不能与上一步是同一人。请找同事办理。</translation>
    </message>
    <message>
        <source>The centre could not confirm who did this. Sign out, sign in again with the network, and try once more.</source>
        <translation>中心无法确认这是谁办理的。请退出，在联网状态下重新登录后再试。</translation>
    </message>
    <message>
        <source>Your account is closed at the centre. What you did is kept; ask the administrator.</source>
        <translation>您的账号已在中心停用。您办理的内容已保存，请找管理员。</translation>
    </message>
    <message>
        <source>This computer is closed at the centre. What was done here is kept; ask the administrator.</source>
        <translation>这台电脑已在中心停用。在此办理的内容已保存，请找管理员。</translation>
    </message>
    <message>
        <source>Somebody else is doing this very step now. Wait a few minutes and look again.</source>
        <translation>另一位同事正在办理这一步。请等几分钟后再看。</translation>
    </message>
    <message>
        <source>This computer has sent more today than the centre takes at once. It goes on by itself; if it does not within an hour, tell the administrator.</source>
        <translation>这台电脑今天发送的内容超过了中心一次能接收的数量，会自动继续；如果一小时后仍未恢复，请告知管理员。</translation>
    </message>
    <message>
        <source>The centre&apos;s disk is full. Nothing is lost; tell the administrator at once.</source>
        <translation>中心的磁盘已满。内容没有丢失，请立即告知管理员。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong: what was done would lie in the future. Set the clock, or tell the administrator.</source>
        <translation>这台电脑的时钟不对：办理时间晚于现在。请校准时钟，或告知管理员。</translation>
    </message>
    <message>
        <source>You have no right to see this at the centre. If that is new, sign out and in again.</source>
        <translation>您无权在中心查看此内容。如果权限刚刚变更，请退出后重新登录。</translation>
    </message>
    <message>
        <source>The centre does not let this computer in. Ask the administrator to enrol it again.</source>
        <translation>中心不允许这台电脑接入，请管理员重新登记这台电脑。</translation>
    </message>
    <message>
        <source>The centre is not set up on that machine. Ask the administrator.</source>
        <translation>那台机器上没有建立中心，请找管理员。</translation>
    </message>
    <message>
        <source>A copy of this computer is at work. This one takes another code by itself; sign in again afterwards.</source>
        <translation>有另一台电脑是这台的副本，也在使用。本机会自动换用新的编号，之后请重新登录。</translation>
    </message>
    <message>
        <source>This official number is already used or was given back. A new one is taken when you do it again.</source>
        <translation>这个文号已被使用或已交回。重新办理时会使用新的文号。</translation>
    </message>
    <message>
        <source>Say what the search is for: it is written down at the centre.</source>
        <translation>请写明查询用途：中心会予以记录。</translation>
    </message>
    <message>
        <source>A case came from the centre otherwise than it stood here. It is fetched again whole; if this line stays, tell the administrator.</source>
        <translation>有一件从中心传来的内容与本机不一致，正在重新完整取回；如果此提示一直存在，请告知管理员。</translation>
    </message>
    <message>
        <source>The centre did not understand what this program sent. Nothing is lost; tell the administrator.</source>
        <translation>中心不能识别本程序发送的内容。内容没有丢失，请告知管理员。</translation>
    </message>
    <message>
        <source>The centre did not allow this (%1). Nothing is lost; ask the administrator if you do not see why.</source>
        <translation>中心不允许此操作（%1）。内容没有丢失；如不清楚原因，请找管理员。</translation>
    </message>
</context>
<context>
    <name>ReportTables</name>
    <message>
        <source>Nothing happened on this day</source>
        <translation>当日无业务</translation>
    </message>
    <message>
        <source>No case ended on this day</source>
        <translation>当日没有办结案件</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Whole report</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>subtotal</source>
        <translation>小计</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>计算方法</translation>
    </message>
    <message>
        <source>Counted from</source>
        <translation>数据来源</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>办结方式</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>统计口径</translation>
    </message>
</context>
<context>
    <name>RoleText</name>
    <message>
        <source>Window clerk</source>
        <translation>窗口受理员</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>科员审核</translation>
    </message>
    <message>
        <source>Reviewer of a co-department</source>
        <translation>协办部门审核</translation>
    </message>
    <message>
        <source>Site officer</source>
        <translation>现场勘查人员</translation>
    </message>
    <message>
        <source>Head of department</source>
        <translation>部门负责人</translation>
    </message>
    <message>
        <source>Town leader in charge</source>
        <translation>分管镇领导</translation>
    </message>
    <message>
        <source>Making and sealing</source>
        <translation>制证盖章</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>收费员</translation>
    </message>
    <message>
        <source>Hall manager</source>
        <translation>中心管理</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>系统管理员</translation>
    </message>
</context>
<context>
    <name>SetPasswordDialog</name>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>New password of %1</source>
        <translation>%1 的新密码</translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters.</source>
        <translation>
            <numerusform>至少 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>Type the same password in both fields.</source>
        <translation>两次输入的密码要一致。</translation>
    </message>
    <message>
        <source>Tell it to the person; they can change it themselves.</source>
        <translation>请告知本人，本人可以自行修改。</translation>
    </message>
</context>
<context>
    <name>TemplateWords</name>
    <message>
        <source>Line %1: {{/%2}} ends a part that was never begun. Write {{#%2}} before it, or remove it.</source>
        <translation>第 %1 行：{{/%2}} 结束的部分没有开头。请在前面加上 {{#%2}}，或者删除它。</translation>
    </message>
    <message>
        <source>Line %1: {{/%2}} stands where {{/%3}} should: parts must end in the order in which they began.</source>
        <translation>第 %1 行：这里应当是 {{/%3}}，却写成了 {{/%2}}：各部分要按开头的先后依次结束。</translation>
    </message>
    <message>
        <source>Line %1: {{#%2}} begins a part that never ends. Write {{/%2}} behind it.</source>
        <translation>第 %1 行：{{#%2}} 开头的部分没有结尾。请在后面加上 {{/%2}}。</translation>
    </message>
    <message>
        <source>Line %1: there is no form called “%2”. Use date, datetime, day, time, minute, money, capitals, count, yesno or blank.</source>
        <translation>第 %1 行：没有名为“%2”的格式。可用 date、datetime、day、time、minute、money、capitals、count、yesno、blank。</translation>
    </message>
    <message>
        <source>Line %1: this paper has no field “%2”. Compare the spelling with the bundled template.</source>
        <translation>第 %1 行：这种文书没有“%2”这个字段。请对照自带模板核对拼写。</translation>
    </message>
    <message>
        <source>A {{ has no }} behind it.</source>
        <translation>有一处 {{ 后面缺少 }}。</translation>
    </message>
    <message>
        <source>There is no tag &lt;%1&gt;.</source>
        <translation>没有 &lt;%1&gt; 这个标签。</translation>
    </message>
    <message>
        <source>The tag &lt;%1&gt; cannot stand inside &lt;%2&gt;.</source>
        <translation>&lt;%1&gt; 不能放在 &lt;%2&gt; 里面。</translation>
    </message>
    <message>
        <source>The tag &lt;%2&gt; knows no “%1”.</source>
        <translation>&lt;%2&gt; 没有“%1”这个属性。</translation>
    </message>
    <message>
        <source>The whole text must stand between &lt;paper …&gt; and &lt;/paper&gt;.</source>
        <translation>全部内容必须写在 &lt;paper …&gt; 和 &lt;/paper&gt; 之间。</translation>
    </message>
    <message>
        <source>The margins leave less than 60 mm for the text. Make them smaller.</source>
        <translation>页边距过大，版心不足 60 毫米，请改小。</translation>
    </message>
    <message>
        <source>Line %1: the tags do not fit together. Every &lt;tag&gt; needs its &lt;/tag&gt;, one inside the other (%2).</source>
        <translation>第 %1 行：标签没有配对。每个 &lt;标签&gt; 都要有对应的 &lt;/标签&gt;，并且逐层嵌套（%2）。</translation>
    </message>
</context>
<context>
    <name>hall::AboutDialog</name>
    <message>
        <source>About OneHall</source>
        <translation>关于一厅通</translation>
    </message>
    <message>
        <source>OneHall 一厅通</source>
        <translation>一厅通 OneHall</translation>
    </message>
    <message>
        <source>The workstation of a town&apos;s service hall: register, attach, accept, sign, pay, hand over, report.</source>
        <translation>镇街政务服务大厅的工作台：登记、收件、受理、审签、缴费、送达、报表。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes with no warranty.</source>
        <translation>自由软件，按 GNU 通用公共许可证第 3 版或更新版本发布，不提供任何担保。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Version %1, with Qt %2</source>
        <translation>版本 %1，使用 Qt %2</translation>
    </message>
    <message>
        <source>Station %1</source>
        <translation>工位 %1</translation>
    </message>
</context>
<context>
    <name>hall::ActBox</name>
    <message>
        <source>%1 (%2)</source>
        <comment>action (key)</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>You can read this file, but the next step is another person&apos;s: you have acted on it already.</source>
        <translation>您可以查看本件，但下一步应由其他人员办理：您已经办理过本件。</translation>
    </message>
    <message>
        <source>Choose the step, write the reason as your opinion, and press F7 again.</source>
        <translation>请选择退回的环节，在意见栏写明理由，再按一次 F7。</translation>
    </message>
    <message>
        <source>Choose the legal ground, write your opinion, and press F11 again.</source>
        <translation>请选择法定事由，写明意见，再按一次 F11。</translation>
    </message>
    <message>
        <source>Write down what was found on site first.</source>
        <translation>请先写明现场勘查情况。</translation>
    </message>
    <message>
        <source>%1: recorded for case %2.</source>
        <comment>action, case number</comment>
        <translation>%1：办件 %2 已记录。</translation>
    </message>
    <message>
        <source>This step cannot be returned.</source>
        <translation>本环节不能退回。</translation>
    </message>
</context>
<context>
    <name>hall::ActionsBar</name>
    <message>
        <source>Accept (F9)</source>
        <translation>受理 (F9)</translation>
    </message>
    <message>
        <source>Accept all (Ctrl+F9)</source>
        <translation>全部受理 (Ctrl+F9)</translation>
    </message>
    <message>
        <source>Take in only (F8)</source>
        <translation>只收件 (F8)</translation>
    </message>
    <message>
        <source>Ask for corrections (F7)</source>
        <translation>一次性告知 (F7)</translation>
    </message>
    <message>
        <source>Refuse (Ctrl+R)</source>
        <translation>不予受理 (Ctrl+R)</translation>
    </message>
    <message>
        <source>Withdraw (Ctrl+W)</source>
        <translation>申请人撤回 (Ctrl+W)</translation>
    </message>
    <message>
        <source>End for want of correction</source>
        <translation>补正不来办结</translation>
    </message>
    <message>
        <source>Hand over (F11)</source>
        <translation>发证 (F11)</translation>
    </message>
    <message>
        <source>Typing error (Ctrl+E)</source>
        <translation>更正录入 (Ctrl+E)</translation>
    </message>
    <message>
        <source>Papers (Ctrl+P)</source>
        <translation>文书 (Ctrl+P)</translation>
    </message>
    <message>
        <source>Park (F10)</source>
        <translation>挂起 (F10)</translation>
    </message>
    <message>
        <source>Next visitor (F12)</source>
        <translation>下一位 (F12)</translation>
    </message>
    <message>
        <source>Accept and decide now (F9)</source>
        <translation>受理并当场办结 (F9)</translation>
    </message>
    <message>
        <source>Keep what came in (F8)</source>
        <translation>保存收到的材料 (F8)</translation>
    </message>
    <message>
        <source>Close the case (F12)</source>
        <translation>关闭办件 (F12)</translation>
    </message>
</context>
<context>
    <name>hall::AgentDialog</name>
    <message>
        <source>Agent of the applicant</source>
        <translation>代办人</translation>
    </message>
    <message>
        <source>Who acts for the applicant. Name and number are printed on all papers.</source>
        <translation>代申请人办理的人。姓名和证件号码会印在所有文书上。</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>姓名(&amp;N)</translation>
    </message>
    <message>
        <source>Name of the agent</source>
        <translation>代办人姓名</translation>
    </message>
    <message>
        <source>N&amp;umber</source>
        <translation>证件号码(&amp;U)</translation>
    </message>
    <message>
        <source>Number of the agent</source>
        <translation>代办人证件号码</translation>
    </message>
    <message>
        <source>&amp;Telephone</source>
        <translation>电话(&amp;T)</translation>
    </message>
    <message>
        <source>Telephone of the agent</source>
        <translation>代办人电话</translation>
    </message>
    <message>
        <source>&amp;Authority</source>
        <translation>委托凭证(&amp;A)</translation>
    </message>
    <message>
        <source>Authority letter</source>
        <translation>委托书</translation>
    </message>
    <message>
        <source>No a&amp;gent</source>
        <translation>无代办人(&amp;G)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>确定</translation>
    </message>
</context>
<context>
    <name>hall::ApplicantBox</name>
    <message>
        <source>1 · Applicant</source>
        <translation>1 · 申请人</translation>
    </message>
    <message>
        <source>Find an applicant</source>
        <translation>查找申请人</translation>
    </message>
    <message>
        <source>Number, name, initials or telephone  (F3)</source>
        <translation>证件号码、姓名、拼音首字母或电话  (F3)</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Person or organisation (Ctrl+O)</source>
        <translation>个人或单位 (Ctrl+O)</translation>
    </message>
    <message>
        <source>Applicants found</source>
        <translation>找到的申请人</translation>
    </message>
    <message>
        <source>N&amp;umber</source>
        <translation>证件号码(&amp;U)</translation>
    </message>
    <message>
        <source>Certificate number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>姓名(&amp;N)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名或名称</translation>
    </message>
    <message>
        <source>&amp;Legal representative</source>
        <translation>法定代表人(&amp;L)</translation>
    </message>
    <message>
        <source>Legal representative</source>
        <translation>法定代表人</translation>
    </message>
    <message>
        <source>Their number</source>
        <translation>其证件号码</translation>
    </message>
    <message>
        <source>Number of the legal representative</source>
        <translation>法定代表人证件号码</translation>
    </message>
    <message>
        <source>&amp;Telephone</source>
        <translation>电话(&amp;T)</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>地址(&amp;D)</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Take this number with a reason …</source>
        <translation>号码属实，说明理由后采用……</translation>
    </message>
    <message>
        <source>Change the data of this visit</source>
        <translation>修改本次资料</translation>
    </message>
    <message>
        <source>Agent (F6)</source>
        <translation>代办人 (F6)</translation>
    </message>
    <message>
        <source>Who acts for the applicant, with the authority letter (F6)</source>
        <translation>代申请人办理的人及委托书 (F6)</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Last case</source>
        <translation>最近办件</translation>
    </message>
    <message>
        <source>Nobody is chosen yet.</source>
        <translation>还没有选定申请人。</translation>
    </message>
    <message>
        <source>Type a number, a name or its initials.</source>
        <translation>请输入证件号码、姓名或拼音首字母。</translation>
    </message>
    <message>
        <source>Agent: %1</source>
        <translation>代办人：%1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Legal representative: %1</source>
        <translation>法定代表人：%1</translation>
    </message>
    <message>
        <source>Stays for the next item of this visit. F12: next visitor.</source>
        <translation>本次来访的其他事项继续使用。F12：下一位。</translation>
    </message>
    <message>
        <source>Nobody known is called so.</source>
        <translation>没有找到此人。</translation>
    </message>
    <message>
        <source>Enter takes down a new applicant with what you typed.</source>
        <translation>按回车键，用已输入的内容登记新申请人。</translation>
    </message>
    <message>
        <source>Take this number</source>
        <translation>采用此号码</translation>
    </message>
    <message>
        <source>Take the number although the check refuses it?</source>
        <translation>校验未通过，仍要采用这个号码吗？</translation>
    </message>
    <message>
        <source>The reason is kept with the case.</source>
        <translation>理由会随办件保存。</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Why it is right all the same</source>
        <translation>为什么号码属实</translation>
    </message>
</context>
<context>
    <name>hall::AttentionPage</name>
    <message>
        <source>&amp;Whose</source>
        <translation>谁的(&amp;W)</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>谁的</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>All on this computer</source>
        <translation>本机全部</translation>
    </message>
    <message>
        <source>Acts to decide on</source>
        <translation>需处理的操作</translation>
    </message>
    <message>
        <source>Both versions</source>
        <translation>两种版本</translation>
    </message>
    <message>
        <source>Change and send (F4)</source>
        <translation>修改后上传 (F4)</translation>
    </message>
    <message>
        <source>Send once more (F5)</source>
        <translation>重新上传 (F5)</translation>
    </message>
    <message>
        <source>Adopt as mine (F6)</source>
        <translation>转为我办 (F6)</translation>
    </message>
    <message>
        <source>Hand to a colleague (F7)</source>
        <translation>交给同事 (F7)</translation>
    </message>
    <message>
        <source>Give up (F8)</source>
        <translation>放弃 (F8)</translation>
    </message>
    <message>
        <source>Open the case (Enter)</source>
        <translation>打开案件 (Enter)</translation>
    </message>
    <message>
        <source>Nothing else of this case is on this computer; what was recorded stands below.</source>
        <translation>本机没有该案的其他内容；已记录的内容见下方。</translation>
    </message>
    <message>
        <source>It is sent once more.</source>
        <translation>已重新上传。</translation>
    </message>
    <message>
        <source>Adopt as mine</source>
        <translation>转为我办</translation>
    </message>
    <message>
        <source>Do you do the same under your name: %1, case %2?</source>
        <comment>act, case number</comment>
        <translation>是否以您的名义办理：%1，案件 %2？</translation>
    </message>
    <message>
        <source>What %1 recorded stays inside, with name and time.</source>
        <translation>%1 原来的记录连同姓名和时间一并保留。</translation>
    </message>
    <message>
        <source>Adopt</source>
        <translation>转为我办</translation>
    </message>
    <message>
        <source>It is yours now, and on its way.</source>
        <translation>已转为您办，正在上传。</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Give up: %1, case %2?</source>
        <comment>act, case number</comment>
        <translation>放弃：%1，案件 %2？</translation>
    </message>
    <message>
        <source>It never takes effect. The reason stands in the history of the case with your name.</source>
        <translation>该操作不再生效。原因连同您的姓名记入案件历史。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>A colleague has done it already.</source>
        <translation>同事已经办理。</translation>
    </message>
    <message>
        <source>It was entered by mistake.</source>
        <translation>录入有误。</translation>
    </message>
    <message>
        <source>The applicant was asked and agrees.</source>
        <translation>已征得申请人同意。</translation>
    </message>
    <message>
        <source>Given up; the reason is recorded.</source>
        <translation>已放弃，原因已记录。</translation>
    </message>
    <message>
        <source>Handed to %1.</source>
        <translation>已交给%1。</translation>
    </message>
    <message>
        <source>A new number</source>
        <translation>换新编号</translation>
    </message>
    <message>
        <source>Send it again with a new number?</source>
        <translation>换新编号后重新上传？</translation>
    </message>
    <message>
        <source>Papers with the old number become spoiled and wait to be printed anew.</source>
        <translation>印有旧编号的文书作废，等待重新打印。</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>上传</translation>
    </message>
    <message>
        <source>Its number was given twice; a new one was taken.</source>
        <translation>编号重复，已换新编号。</translation>
    </message>
    <message>
        <source>Recorded, and on its way.</source>
        <translation>已记录，正在上传。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>受理编号</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>With</source>
        <translation>现由谁处理</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>The act that was not taken</source>
        <translation>未被接收的操作</translation>
    </message>
    <message>
        <source>What stands there now</source>
        <translation>现在的内容</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>需处理</translation>
    </message>
    <message>
        <source>Choose an act; both versions stand below</source>
        <translation>选择一项；下方并列两种版本</translation>
    </message>
    <message>
        <source>Change your act and send it</source>
        <translation>修改后上传</translation>
    </message>
    <message>
        <source>Send it once more as it is</source>
        <translation>原样重新上传</translation>
    </message>
    <message>
        <source>Adopt a colleague&apos;s act as yours</source>
        <translation>把同事的操作转为我办</translation>
    </message>
    <message>
        <source>Hand it to a colleague</source>
        <translation>交给同事</translation>
    </message>
    <message>
        <source>Give it up with a reason</source>
        <translation>写明原因后放弃</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开案件</translation>
    </message>
    <message>
        <source>Mine or all</source>
        <translation>我的或全部</translation>
    </message>
    <message>
        <source>This computer works without a centre</source>
        <translation>本机单独使用，未接中心</translation>
    </message>
    <message>
        <source>Nothing to decide</source>
        <translation>没有需处理的内容</translation>
    </message>
    <message>
        <source>When the centre does not take an act, it waits here for a person. Nothing is lost.</source>
        <translation>中心未接收的操作会在这里等人处理，不会丢失。</translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) of colleagues wait here: choose &quot;All on this computer&quot;.</source>
        <translation>
            <numerusform>另有同事的 %n 项在等待，请选择“本机全部”查看。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n act(s)</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n acts came in between; the newest is shown.</source>
        <translation>
            <numerusform>期间有 %n 项操作，此处显示最新一项。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n later act(s) on this case wait for your decision.</source>
        <translation>
            <numerusform>本案还有 %n 项后续操作等您处理完后继续。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hall::BatchDialog</name>
    <message>
        <source>Sign the chosen files</source>
        <translation>批量签署</translation>
    </message>
    <message>
        <source>&amp;Opinion for all of them</source>
        <translation>统一意见(&amp;O)</translation>
    </message>
    <message>
        <source>Result of each row</source>
        <translation>各件结果</translation>
    </message>
    <message>
        <source>&amp;Sign</source>
        <translation>签署(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message numerus="yes">
        <source>Each of the %n file(s) is signed by itself; a row that cannot be signed says why and stays in your pile.</source>
        <translation>
            <numerusform>%n件逐件签署；不能签署的会说明原因，并留在待办列表中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>受理编号</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>已签署</translation>
    </message>
    <message>
        <source>%1 of %2 files signed.</source>
        <translation>共%2件，已签署%1件。</translation>
    </message>
    <message>
        <source>&amp;Print the papers</source>
        <translation>打印文书(&amp;P)</translation>
    </message>
    <message numerus="yes">
        <source>%1 %n paper(s) wait to be printed: now, or later with Ctrl+Shift+P.</source>
        <comment>after the sentence on the files</comment>
        <translation>
            <numerusform>%1有%n份文书待打印：可现在打印，也可稍后按 Ctrl+Shift+P。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hall::CalendarPage</name>
    <message>
        <source>&amp;Year</source>
        <translation>年份(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Load a yearly notice…</source>
        <translation>导入年度通知(&amp;L)…</translation>
    </message>
    <message>
        <source>Days off and make-up days</source>
        <translation>放假与调休日</translation>
    </message>
    <message>
        <source>Change one day</source>
        <translation>调整一天</translation>
    </message>
    <message>
        <source>By local order, with its reason. Printed dates stay in the record; due dates of open cases move.</source>
        <translation>按本地通知调整并写明原因。已打印的日期留在记录里，在办件的期限随之变动。</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>日期(&amp;D)</translation>
    </message>
    <message>
        <source>The hall is</source>
        <translation>大厅</translation>
    </message>
    <message>
        <source>&amp;closed</source>
        <translation>放假(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;open</source>
        <translation>上班(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>e.g. typhoon, order of the city government</source>
        <translation>如：台风停工，市政府通知</translation>
    </message>
    <message>
        <source>&amp;Take the chosen day back</source>
        <translation>撤销所选日(&amp;T)</translation>
    </message>
    <message>
        <source>Show what &amp;moves</source>
        <translation>查看影响(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Due dates that move</source>
        <translation>变动的期限</translation>
    </message>
    <message>
        <source>No day of this year differs from the week</source>
        <translation>这一年没有调整的日子</translation>
    </message>
    <message>
        <source>Load the yearly notice of the State Council when it is out; dates are provisional until then.</source>
        <translation>国务院办公厅的放假通知公布后请导入；在此之前的期限都是暂定的。</translation>
    </message>
    <message>
        <source>No due date of an open case moves</source>
        <translation>没有在办件的期限变动</translation>
    </message>
    <message>
        <source>Working calendar</source>
        <translation>工作日历</translation>
    </message>
    <message>
        <source>From the list to the chosen day</source>
        <translation>从列表到所选日期</translation>
    </message>
    <message>
        <source>Show which due dates move</source>
        <translation>查看哪些期限变动</translation>
    </message>
    <message>
        <source>Save the day</source>
        <translation>保存这一天</translation>
    </message>
    <message>
        <source>Local order, %1</source>
        <translation>本地调整，%1</translation>
    </message>
    <message>
        <source>Yearly notice</source>
        <translation>年度通知</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>放假</translation>
    </message>
    <message>
        <source>open</source>
        <translation>上班</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>%1 (provisional)</source>
        <translation>%1（暂定）</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>办件编号</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原期限</translation>
    </message>
    <message>
        <source>After</source>
        <translation>新期限</translation>
    </message>
    <message>
        <source>The notice of %1 is not loaded: due dates after %2 are provisional.</source>
        <translation>%1 年的放假通知尚未导入，%2 年以后的期限都是暂定的。</translation>
    </message>
    <message>
        <source>Notices are loaded up to %1.</source>
        <translation>放假通知已导入到 %1 年。</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>正在计算……</translation>
    </message>
    <message numerus="yes">
        <source>%n due date(s) of open cases would move</source>
        <translation>
            <numerusform>将有 %n 个在办件期限变动</numerusform>
        </translation>
    </message>
    <message>
        <source>The hall is closed on %1.</source>
        <translation>%1 放假。</translation>
    </message>
    <message>
        <source>The hall is open on %1.</source>
        <translation>%1 上班。</translation>
    </message>
    <message>
        <source>%1 is again as the yearly notice says.</source>
        <translation>%1 恢复按年度通知执行。</translation>
    </message>
    <message numerus="yes">
        <source>%n due date(s) of open cases moved</source>
        <translation>
            <numerusform>已有 %n 个在办件期限变动</numerusform>
        </translation>
    </message>
    <message>
        <source>Load a yearly notice</source>
        <translation>导入年度放假通知</translation>
    </message>
    <message>
        <source>Tables of days (*.csv)</source>
        <translation>日期表 (*.csv)</translation>
    </message>
    <message>
        <source>Nothing was loaded. Line %1: %2</source>
        <translation>没有导入。第 %1 行：%2</translation>
    </message>
    <message>
        <source>Replace the national days of %1?</source>
        <translation>要替换 %1 年的放假安排吗？</translation>
    </message>
    <message>
        <source>The page shows which due dates of open cases move. Printed dates stay in the record.</source>
        <translation>页面会显示哪些在办件的期限变动；已打印的日期留在记录里。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>The national days of %1 are loaded.</source>
        <translation>%1 年的放假安排已导入。</translation>
    </message>
    <message>
        <source>%1 of %2 open cases looked at …</source>
        <translation>已核对 %1 / %2 件在办办件……</translation>
    </message>
    <message>
        <source>Which due dates move?</source>
        <translation>哪些期限会变动？</translation>
    </message>
    <message>
        <source>Choose a day and press “Show what moves” before you save.</source>
        <translation>请选择日期，保存前先按“查看影响”。</translation>
    </message>
    <message>
        <source>The lists follow the new calendar: %1 of %2 cases …</source>
        <translation>正在按新日历更新列表：%1 / %2 件……</translation>
    </message>
    <message>
        <source>The lists follow the calendar.</source>
        <translation>列表已按日历更新。</translation>
    </message>
    <message>
        <source>Only cases on this computer are counted; the others move by themselves when the new calendar reaches their computers.</source>
        <translation>只统计本机上的办件；其他办件在新日历到达其所在电脑后自动调整。</translation>
    </message>
    <message>
        <source>No due date of a case on this computer moves</source>
        <translation>本机办件没有期限变动</translation>
    </message>
</context>
<context>
    <name>hall::CaseFilePage</name>
    <message>
        <source>Show numbers (F2)</source>
        <translation>显示证号 (F2)</translation>
    </message>
    <message>
        <source>Add a note (F4)</source>
        <translation>加备注 (F4)</translation>
    </message>
    <message>
        <source>Facts of the case</source>
        <translation>案件信息</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>材料页</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>材料清单</translation>
    </message>
    <message>
        <source>Opinions</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>收费</translation>
    </message>
    <message>
        <source>Fee lines</source>
        <translation>收费明细</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>缴费记录</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Print (F9)</source>
        <translation>打印 (F9)</translation>
    </message>
    <message>
        <source>Is in hand (F8)</source>
        <translation>已打好 (F8)</translation>
    </message>
    <message>
        <source>Is spoiled (F7)</source>
        <translation>打坏了 (F7)</translation>
    </message>
    <message>
        <source>History</source>
        <translation>办理记录</translation>
    </message>
    <message>
        <source>Applicant&apos;s cases</source>
        <translation>申请人的案件</translation>
    </message>
    <message>
        <source>Cases of the applicant</source>
        <translation>申请人的案件</translation>
    </message>
    <message>
        <source>No case is open</source>
        <translation>没有打开的案件</translation>
    </message>
    <message>
        <source>Find a case, and open it with Enter.</source>
        <translation>先查到案件，再按回车打开。</translation>
    </message>
    <message>
        <source>To the search (Ctrl+F)</source>
        <translation>去查询 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Pages, checklist, opinions, fees, papers, history, the applicant&apos;s cases</source>
        <translation>材料页、清单、意见、收费、文书、记录、申请人的案件</translation>
    </message>
    <message>
        <source>Show or hide identity numbers and phones</source>
        <translation>显示或隐藏证号和电话</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>加备注</translation>
    </message>
    <message>
        <source>Papers: print the chosen one, also again</source>
        <translation>文书：打印或补打选中的一份</translation>
    </message>
    <message>
        <source>Papers: the print is in hand</source>
        <translation>文书：已经打好</translation>
    </message>
    <message>
        <source>Papers: the print is spoiled</source>
        <translation>文书：打坏了</translation>
    </message>
    <message>
        <source>To the search</source>
        <translation>到查询</translation>
    </message>
    <message>
        <source>Back to where you came from</source>
        <translation>返回上一页</translation>
    </message>
    <message>
        <source>Hide numbers (F2)</source>
        <translation>隐藏证号 (F2)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>Only the summary of this case is on this computer. Its pages, papers and history are shown where it was handled.</source>
        <translation>本机只有这件案件的摘要。材料、文书和办理记录请到经办的电脑上查看。</translation>
    </message>
    <message>
        <source>%1: case %2 of %3?</source>
        <comment>action, case number, applicant</comment>
        <translation>%1：%3 的案件 %2？</translation>
    </message>
    <message>
        <source>The reason stands in the history of the case with your name.</source>
        <translation>理由将与您的姓名一起写入办理记录。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>%1: recorded.</source>
        <comment>action</comment>
        <translation>%1：已记录。</translation>
    </message>
    <message>
        <source>What shall stand in the history of case %1?</source>
        <translation>要在案件 %1 的办理记录中写什么？</translation>
    </message>
    <message>
        <source>A note changes nothing else and cannot be taken back.</source>
        <translation>备注不改变案件，也不能撤回。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>The note stands in the history.</source>
        <translation>备注已写入办理记录。</translation>
    </message>
    <message>
        <source>%1 was sent to the printer. Press F8 when it is in hand.</source>
        <comment>paper</comment>
        <translation>%1 已送打印机，打好后请按 F8。</translation>
    </message>
    <message>
        <source>%1 is in hand.</source>
        <comment>paper</comment>
        <translation>%1 已打好。</translation>
    </message>
    <message>
        <source>%1 was noted as spoiled; print it again with F9.</source>
        <comment>paper</comment>
        <translation>%1 已记为打坏，按 F9 重打。</translation>
    </message>
    <message>
        <source>Typing error (Ctrl+E)</source>
        <translation>更正录入 (Ctrl+E)</translation>
    </message>
    <message>
        <source>Put a typing error right, where your post may</source>
        <translation>更正录入错误（限有权岗位）</translation>
    </message>
    <message>
        <source>Withdraw for the applicant, where your post may</source>
        <translation>申请人撤回（限有权岗位）</translation>
    </message>
    <message>
        <source>To the papers</source>
        <translation>转到文书</translation>
    </message>
    <message>
        <source>%1 (Ctrl+W)</source>
        <comment>action and its key</comment>
        <translation>%1 (Ctrl+W)</translation>
    </message>
    <message>
        <source>The value is put right; the old one stays in the history.</source>
        <translation>已更正，原内容保留在办件历史中。</translation>
    </message>
</context>
<context>
    <name>hall::CaseListTab</name>
    <message>
        <source>Nothing is waiting for your decision.</source>
        <translation>没有待决定的收件。</translation>
    </message>
    <message>
        <source>Cases that are only taken in (F8) stand here.</source>
        <translation>只收件 (F8) 的办件列在这里。</translation>
    </message>
    <message>
        <source>No applicant has to bring anything.</source>
        <translation>没有等待补正的办件。</translation>
    </message>
    <message>
        <source>Cases with a correction notice (F7) stand here.</source>
        <translation>已一次性告知 (F7) 的办件列在这里。</translation>
    </message>
    <message>
        <source>Nothing was accepted here today.</source>
        <translation>今天本窗口还没有受理办件。</translation>
    </message>
    <message>
        <source>Enter opens the case: put a typing error right, add pages, print a paper again.</source>
        <translation>按回车键打开办件：更正录入、补充页面、补打文书。</translation>
    </message>
    <message>
        <source>Enter opens the case on the counter: check what was supplied, then decide.</source>
        <translation>按回车键在受理台打开办件：核对补交的材料，再作决定。</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>灯</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>受理时间</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Due by</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Taken in (%1)</source>
        <translation>已收件 (%1)</translation>
    </message>
    <message>
        <source>Waiting for the applicant (%1)</source>
        <translation>待补正 (%1)</translation>
    </message>
    <message>
        <source>Accepted here today (%1)</source>
        <translation>今日受理 (%1)</translation>
    </message>
</context>
<context>
    <name>hall::CaseLookGuard</name>
    <message>
        <source>Show numbers</source>
        <translation>显示号码</translation>
    </message>
    <message>
        <source>Why do you need the numbers of case %1?</source>
        <translation>为什么要看案件 %1 的号码？</translation>
    </message>
    <message>
        <source>The case is not of your department and not in your pile. Your name, the time and the reason are written down.</source>
        <translation>该案不属于您的部门，也不在您的待办中。您的姓名、时间和原因会留下记录。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>The applicant stands here and asks</source>
        <translation>申请人到场询问</translation>
    </message>
    <message>
        <source>A call-back to the applicant</source>
        <translation>回电申请人</translation>
    </message>
    <message>
        <source>A complaint or a letter is to be answered</source>
        <translation>答复投诉或来信</translation>
    </message>
    <message>
        <source>Check by the management</source>
        <translation>管理核查</translation>
    </message>
</context>
<context>
    <name>hall::CashierPage</name>
    <message>
        <source>Cashier</source>
        <translation>收费</translation>
    </message>
    <message>
        <source>To the field for slip, case number or scan</source>
        <translation>到单号、案件号或扫码栏</translation>
    </message>
    <message>
        <source>Find; on to the amount; take; receipt in hand</source>
        <translation>查找；到金额；收款；收据已出</translation>
    </message>
    <message>
        <source>From the field to the open slips</source>
        <translation>从输入栏到待缴单列表</translation>
    </message>
    <message>
        <source>Cash, card, transfer, QR code</source>
        <translation>现金、刷卡、转账、扫码</translation>
    </message>
    <message>
        <source>Take the fee, or close the shift</source>
        <translation>收款，或交班结账</translation>
    </message>
    <message>
        <source>Receipt spoiled: print it again</source>
        <translation>收据打坏了，重新打印</translation>
    </message>
    <message>
        <source>Take a payment back, with a second person</source>
        <translation>作废收款（须第二人在场）</translation>
    </message>
    <message>
        <source>Print a receipt of the list again</source>
        <translation>补打列表中的收据</translation>
    </message>
    <message>
        <source>Take, receipts, shift, paid twice</source>
        <translation>收款、收据、交班、重复缴费</translation>
    </message>
    <message>
        <source>Leave the slip; back to taking</source>
        <translation>离开此单，回到收款</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>缴款单</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>缴款人</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>应缴</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已缴</translation>
    </message>
    <message>
        <source>To give back</source>
        <translation>应退</translation>
    </message>
    <message>
        <source>No slip was paid twice</source>
        <translation>没有重复缴费的单子</translation>
    </message>
    <message>
        <source>Take a fee</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>收据</translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>交班结账</translation>
    </message>
    <message>
        <source>Paid twice</source>
        <translation>重复缴费</translation>
    </message>
    <message>
        <source>Paid twice (%1)</source>
        <translation>重复缴费（%1）</translation>
    </message>
    <message>
        <source>Find the receipt of an earlier shift</source>
        <translation>查找以前班次的收据</translation>
    </message>
    <message>
        <source>Papers that this window has not in hand</source>
        <translation>本窗口未在手的文书</translation>
    </message>
</context>
<context>
    <name>hall::CatalogueImportPage</name>
    <message>
        <source>&amp;Choose files…</source>
        <translation>选择文件(&amp;C)…</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>将有的变化</translation>
    </message>
    <message>
        <source>Fields that change</source>
        <translation>变化的字段</translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation>不能采用的行</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查问题</translation>
    </message>
    <message>
        <source>Findings in the items</source>
        <translation>事项检查问题</translation>
    </message>
    <message>
        <source>Save the &amp;report…</source>
        <translation>保存清单(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>放弃(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation>采用(&amp;T)</translation>
    </message>
    <message>
        <source>Bring in catalogue or staff</source>
        <translation>导入事项目录或人员</translation>
    </message>
    <message>
        <source>Choose CSV files in UTF-8, or drop them here: departments, windows, items, materials, steps, fees, guide, joint, staff. What would change is shown before anything is saved.</source>
        <translation>请选择 UTF-8 编码的 CSV 文件，或拖到这里：部门、窗口、事项、材料、环节、收费、指南、联办、人员。保存之前会先显示将有哪些变化。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Take over what is shown</source>
        <translation>采用所显示的内容</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>下一个标签页</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>After the import</source>
        <translation>导入后</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Nothing would change</source>
        <translation>没有变化</translation>
    </message>
    <message>
        <source>The files say what the hall says already.</source>
        <translation>文件内容与大厅现有内容一致。</translation>
    </message>
    <message>
        <source>Choose a changed row above</source>
        <translation>请在上面选择有变化的一行</translation>
    </message>
    <message>
        <source>Every row was understood</source>
        <translation>每一行都读懂了</translation>
    </message>
    <message>
        <source>The items fit their workflows</source>
        <translation>事项与流程相符</translation>
    </message>
    <message>
        <source>Choose catalogue or staff files</source>
        <translation>选择目录或人员文件</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取……</translation>
    </message>
    <message>
        <source>What would change (%1)</source>
        <translation>将有的变化（%1）</translation>
    </message>
    <message>
        <source>Rejected rows (%1)</source>
        <translation>不能采用的行（%1）</translation>
    </message>
    <message>
        <source>Findings (%1)</source>
        <translation>检查问题（%1）</translation>
    </message>
    <message>
        <source>%1: %2 would change, %3 stay as they are, %4 rows are rejected.</source>
        <translation>%1：%2 条有变化，%3 条不变，%4 行不能采用。</translation>
    </message>
    <message>
        <source>Left out for a bad row of theirs: %1.</source>
        <translation>因有错误行而暂不采用：%1。</translation>
    </message>
    <message>
        <source>Not understood, because the first line names no known columns: %1.</source>
        <translation>读不懂，首行没有认识的列名：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) taken over.</source>
        <translation>
            <numerusform>已采用 %n 条。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the report of rejected rows</source>
        <translation>保存不能采用的行的清单</translation>
    </message>
    <message>
        <source>The report is saved.</source>
        <translation>清单已保存。</translation>
    </message>
    <message>
        <source>The report could not be saved there; choose another folder.</source>
        <translation>清单无法保存到那里，请换一个文件夹。</translation>
    </message>
</context>
<context>
    <name>hall::CentreStrip</name>
    <message>
        <source>What colleagues did after this moment is not in the lists yet.</source>
        <translation>此刻之后同事办理的内容尚未进入列表。</translation>
    </message>
    <message>
        <source>Scanned pages that are still to be carried to the centre. They are safe on this computer.</source>
        <translation>还有扫描页尚未传到中心；本机已妥善保存。</translation>
    </message>
    <message>
        <source>Work goes on as usual; what you do is sent by itself when the network is back.</source>
        <translation>照常办理即可；网络恢复后会自动上传。</translation>
    </message>
    <message>
        <source>The centre has closed this computer. Your work is kept here; ask the administrator.</source>
        <translation>中心已停用本机。您办理的内容保存在本机，请联系管理员。</translation>
    </message>
    <message>
        <source>What you do is still sent, but nothing new comes in. Ask the administrator for the update.</source>
        <translation>办理的内容仍会上传，但收不到新的内容。请联系管理员升级程序。</translation>
    </message>
    <message>
        <source>This computer got a new code: sign out and in again.</source>
        <translation>本机换了新编码，请退出后重新登录。</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>已联网</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <comment>14:05</comment>
        <translation>%1 起离线</translation>
    </message>
    <message>
        <source>Closed by the centre</source>
        <translation>已被中心停用</translation>
    </message>
    <message>
        <source>Program too old</source>
        <translation>程序版本过旧</translation>
    </message>
    <message>
        <source>last contact %1</source>
        <comment>14:05</comment>
        <translation>最近联系 %1</translation>
    </message>
    <message>
        <source>Sign in again to get fresh lists</source>
        <translation>请重新登录以刷新列表</translation>
    </message>
    <message>
        <source>Lists as of %1</source>
        <comment>14:05</comment>
        <translation>列表截至 %1</translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>已全部上传</translation>
    </message>
    <message numerus="yes">
        <source>%n unsent</source>
        <translation>
            <numerusform>%n 件未上传</numerusform>
        </translation>
    </message>
    <message>
        <source>What waits here to be sent, and why (%1)</source>
        <translation>查看哪些内容还没上传、为什么（%1）</translation>
    </message>
    <message numerus="yes">
        <source>%n of them must wait until their author signs in online (%1)</source>
        <translation>
            <numerusform>其中 %n 件要等经办人联网登录后才能上传（%1）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n 件需处理</numerusform>
        </translation>
    </message>
    <message>
        <source>The centre did not take these; a person must decide (%1)</source>
        <translation>中心未接收，需要人工处理（%1）</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) waiting</source>
        <translation>
            <numerusform>%n 页待传</numerusform>
        </translation>
    </message>
    <message>
        <source>First filling: open cases, %1 %</source>
        <translation>首次下载：在办件 %1 %</translation>
    </message>
    <message>
        <source>First filling: closed cases, %1 %</source>
        <translation>首次下载：办结件 %1 %</translation>
    </message>
</context>
<context>
    <name>hall::ChangePasswordDialog</name>
    <message>
        <source>Change password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>&amp;Password now</source>
        <translation>原密码(&amp;P)</translation>
    </message>
    <message>
        <source>Password now</source>
        <translation>原密码</translation>
    </message>
    <message>
        <source>&amp;New password</source>
        <translation>新密码(&amp;N)</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>At least 8 characters</source>
        <translation>至少 8 个字符</translation>
    </message>
    <message>
        <source>New password a&amp;gain</source>
        <translation>再输一次新密码(&amp;G)</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>再输一次新密码</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>修改(&amp;C)</translation>
    </message>
    <message>
        <source>The two new passwords differ. Type the second one again.</source>
        <translation>两次输入的新密码不一样，请重新输入第二次。</translation>
    </message>
</context>
<context>
    <name>hall::ChangesPage</name>
    <message>
        <source>&amp;Kind</source>
        <translation>类别(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;F)</translation>
    </message>
    <message>
        <source>Code, name or person</source>
        <translation>编号、名称或操作人</translation>
    </message>
    <message>
        <source>Also the &amp;first set-up</source>
        <translation>包括初次设置(&amp;F)</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Old and new values</source>
        <translation>原值与新值</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Nothing was changed since the first set-up</source>
        <translation>初次设置以来没有变更</translation>
    </message>
    <message>
        <source>Tick “Also the first set-up” to see what it published.</source>
        <translation>勾选“包括初次设置”可查看当时发布的内容。</translation>
    </message>
    <message>
        <source>Choose a change to see its old and new values</source>
        <translation>选择一条变更，查看原值和新值</translation>
    </message>
    <message>
        <source>Find a change</source>
        <translation>查找变更</translation>
    </message>
    <message>
        <source>Read the list again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Old value</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>新值</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 条变更</numerusform>
        </translation>
    </message>
    <message>
        <source>Reference data</source>
        <translation>基础数据</translation>
    </message>
    <message>
        <source>Who looked</source>
        <translation>查看记录</translation>
    </message>
    <message>
        <source>Reference data, or who looked at cases</source>
        <translation>基础数据或查看记录</translation>
    </message>
</context>
<context>
    <name>hall::CorrectionDialog</name>
    <message>
        <source>Ask once for corrections</source>
        <translation>一次性告知补正</translation>
    </message>
    <message>
        <source>Everything that is missing or wrong is told once. Is the list complete?</source>
        <translation>缺少和不合格的材料须一次告知。清单齐全吗？</translation>
    </message>
    <message>
        <source>What the applicant must bring</source>
        <translation>申请人须补交的材料</translation>
    </message>
    <message>
        <source>Back to the checklist</source>
        <translation>返回清单</translation>
    </message>
    <message>
        <source>Give the notice</source>
        <translation>出具告知书</translation>
    </message>
    <message>
        <source>The applicant has until %1. A second notice needs the manager.</source>
        <translation>申请人须在 %1 前补正。再次告知须经中心管理人员批准。</translation>
    </message>
</context>
<context>
    <name>hall::CounterActs</name>
    <message>
        <source>%1 is accepted and decided; the result can be handed over.</source>
        <translation>%1 已受理并当场办结，可以发证。</translation>
    </message>
    <message>
        <source>%1 is accepted and decided; %2 yuan to pay at the cashier first.</source>
        <translation>%1 已受理并当场办结，请先到收费窗口缴费 %2 元。</translation>
    </message>
    <message>
        <source>%1 is accepted; %2 yuan to pay at the cashier.</source>
        <translation>%1 已受理，请到收费窗口缴费 %2 元。</translation>
    </message>
    <message>
        <source>%1 is accepted.</source>
        <translation>%1 已受理。</translation>
    </message>
    <message>
        <source>%1 is taken in; decide within five working days.</source>
        <translation>%1 已收件，请在五个工作日内决定是否受理。</translation>
    </message>
    <message>
        <source>%1: what came in is kept.</source>
        <translation>%1：收到的材料已保存。</translation>
    </message>
    <message>
        <source>%1 waits for the applicant&apos;s corrections.</source>
        <translation>%1 已告知补正，等待申请人。</translation>
    </message>
    <message>
        <source>%1 is not accepted.</source>
        <translation>%1 不予受理。</translation>
    </message>
    <message>
        <source>%1 is withdrawn.</source>
        <translation>%1 已撤回。</translation>
    </message>
    <message>
        <source>%1 is ended for want of correction.</source>
        <translation>%1 补正不来，已办结。</translation>
    </message>
    <message>
        <source>%1 was moved on meanwhile; it is shown as it stands now.</source>
        <translation>%1 在此期间已被他人办理，现按最新状态显示。</translation>
    </message>
    <message>
        <source>The value is put right; the old one stays in the history.</source>
        <translation>已更正，原内容保留在办件历史中。</translation>
    </message>
    <message>
        <source>%1 is handed over to %2 and closed. The receipt wants a signature.</source>
        <translation>%1 已发给%2并办结，请其在送达回证上签名。</translation>
    </message>
    <message>
        <source>This case has no papers yet.</source>
        <translation>该办件还没有文书。</translation>
    </message>
    <message>
        <source>Papers of %1. A second print is marked as a copy.</source>
        <translation>%1 的文书。再次打印会标明补打。</translation>
    </message>
    <message>
        <source>Choose an item; then F2 shows its guide.</source>
        <translation>请先选择事项，再按 F2 查看办事指南。</translation>
    </message>
    <message>
        <source>%1 Papers that are not in hand wait above (Ctrl+Shift+P).</source>
        <translation>%1 未确认打印的文书在右上角可以找到 (Ctrl+Shift+P)。</translation>
    </message>
</context>
<context>
    <name>hall::CounterPage</name>
    <message>
        <source>Counter</source>
        <translation>受理台</translation>
    </message>
    <message>
        <source>Find the applicant; typing goes on into the registration</source>
        <translation>查找申请人；找不到时接着登记</translation>
    </message>
    <message>
        <source>Person or organisation</source>
        <translation>个人或单位</translation>
    </message>
    <message>
        <source>Agent of the applicant</source>
        <translation>代办人</translation>
    </message>
    <message>
        <source>Find an item</source>
        <translation>查找事项</translation>
    </message>
    <message>
        <source>Guide of the item</source>
        <translation>办事指南</translation>
    </message>
    <message>
        <source>Line right, all right, wrong, not needed</source>
        <translation>本行合格、全部合格、不合格、免交</translation>
    </message>
    <message>
        <source>Count what was received</source>
        <translation>增减收到的份数</translation>
    </message>
    <message>
        <source>Attach files to the line</source>
        <translation>为本行添加文件</translation>
    </message>
    <message>
        <source>Attach what is in the clipboard</source>
        <translation>粘贴剪贴板中的图片或文件</translation>
    </message>
    <message>
        <source>Look at the pages in large</source>
        <translation>放大查看页面</translation>
    </message>
    <message>
        <source>Next or previous item of the visit</source>
        <translation>本次来访的下一个、上一个事项</translation>
    </message>
    <message>
        <source>Accept; an item done on the spot is decided too</source>
        <translation>受理；即办件同时当场办结</translation>
    </message>
    <message>
        <source>Accept all items of the visit</source>
        <translation>受理本次来访的全部事项</translation>
    </message>
    <message>
        <source>Take in only; of an opened case: keep what came in</source>
        <translation>只收件；已打开的办件：保存收到的材料</translation>
    </message>
    <message>
        <source>Ask once for corrections</source>
        <translation>一次性告知补正</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Withdraw an opened case for the applicant</source>
        <translation>为申请人撤回已打开的办件</translation>
    </message>
    <message>
        <source>Hand over a result that is ready</source>
        <translation>发放已办好的结果</translation>
    </message>
    <message>
        <source>Put a typing error of an opened case right</source>
        <translation>更正已打开办件的录入错误</translation>
    </message>
    <message>
        <source>Papers of an opened case, print again</source>
        <translation>已打开办件的文书，补打</translation>
    </message>
    <message>
        <source>Next list: taken in, waiting, accepted today</source>
        <translation>切换清单：已收件、待补正、今日受理</translation>
    </message>
    <message>
        <source>Park this work; on an empty screen: list what is parked</source>
        <translation>挂起当前办理；空白时列出已挂起的</translation>
    </message>
    <message>
        <source>Next visitor; unfinished work is parked</source>
        <translation>下一位；未办完的自动挂起</translation>
    </message>
    <message>
        <source>Parked. F10 on the empty screen brings it back.</source>
        <translation>已挂起。在空白界面按 F10 可取回。</translation>
    </message>
    <message>
        <source>What was not finished is parked. F10 brings it back.</source>
        <translation>未办完的已挂起，按 F10 可取回。</translation>
    </message>
    <message>
        <source>Your unfinished work of %1 is back.</source>
        <translation>已恢复您 %1 未办完的内容。</translation>
    </message>
    <message numerus="yes">
        <source>Your unfinished work of %1 is back; %n more is parked (F10).</source>
        <translation>
            <numerusform>已恢复您 %1 未办完的内容；另有 %n 件已挂起 (F10)。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) count as accepted: nobody told the applicant within five working days.</source>
        <translation>
            <numerusform>有 %n 件因五个工作日内未告知申请人，视为受理。</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1, “%2”: %3</source>
        <translation>第 %1 行“%2”：%3</translation>
    </message>
    <message>
        <source>No item is chosen yet. Type its code, initials or name.</source>
        <translation>还没有选择事项。请输入事项编码、首字母或名称。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>This item is not for this kind of applicant. Take it off, or look at whether a person or an organisation applies.</source>
        <translation>该事项不适用于此类申请人。请移除该事项，或核对申请人是个人还是单位。</translation>
    </message>
    <message>
        <source>Papers that this window has not in hand</source>
        <translation>本窗口未确认打印的文书</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) ended for want of correction: the days that the applicant had are over.</source>
        <translation>
            <numerusform>%n 件因补正不来办结：申请人的补正期限已过。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hall::DateField</name>
    <message>
        <source>T: today, + and −: next and previous day</source>
        <translation>T：今天；+ 和 −：后一天、前一天</translation>
    </message>
</context>
<context>
    <name>hall::DecisionDialog</name>
    <message>
        <source>Frequent reasons</source>
        <translation>常用理由</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>hall::DefinitionsPage</name>
    <message>
        <source>A running case keeps the version with which it began.</source>
        <translation>在办件始终按开始时的版本办理。</translation>
    </message>
    <message>
        <source>&amp;Publish a version from a file…</source>
        <translation>从文件发布版本(&amp;P)…</translation>
    </message>
    <message>
        <source>Workflow definitions</source>
        <translation>流程定义</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查问题</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>试算</translation>
    </message>
    <message>
        <source>&amp;Item</source>
        <translation>事项(&amp;I)</translation>
    </message>
    <message>
        <source>Accepted &amp;on</source>
        <translation>受理日期(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Dry run</source>
        <translation>试算(&amp;D)</translation>
    </message>
    <message>
        <source>Save as &amp;text…</source>
        <translation>存为文本(&amp;T)…</translation>
    </message>
    <message>
        <source>No workflow is published</source>
        <translation>没有发布任何流程</translation>
    </message>
    <message>
        <source>Publish a definition from a file.</source>
        <translation>请从文件发布流程定义。</translation>
    </message>
    <message>
        <source>Nothing is wrong with it</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>Choose an item and a day, then press “Dry run”: it shows on which days each step would end if it took its whole limit.</source>
        <translation>选择事项和日期，再点“试算”：按每个环节用足时限，列出各环节的截止日。</translation>
    </message>
    <message>
        <source>Workflows</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>Dry run of an item of the chosen workflow</source>
        <translation>对所选流程的事项试算</translation>
    </message>
    <message>
        <source>Publish a version from a file</source>
        <translation>从文件发布新版本</translation>
    </message>
    <message>
        <source>older version</source>
        <translation>旧版本</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>正常</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>States</source>
        <translation>状态数</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>事项数</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>在办件</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Findings (%1)</source>
        <translation>检查问题（%1）</translation>
    </message>
    <message>
        <source>Choose a workflow with an item first.</source>
        <translation>请先选择有事项的流程。</translation>
    </message>
    <message>
        <source>Save the dry run</source>
        <translation>保存试算结果</translation>
    </message>
    <message>
        <source>Texts (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>The text is saved.</source>
        <translation>文本已保存。</translation>
    </message>
    <message>
        <source>The text could not be saved there; choose another folder.</source>
        <translation>文本无法保存到那里，请换一个文件夹。</translation>
    </message>
    <message>
        <source>Publish a version of a workflow</source>
        <translation>发布流程新版本</translation>
    </message>
    <message>
        <source>Workflow definitions (*.json)</source>
        <translation>流程定义 (*.json)</translation>
    </message>
    <message numerus="yes">
        <source>The file is not published: it has %n finding(s), listed below.</source>
        <translation>
            <numerusform>没有发布：文件有 %n 个问题，见下表。</numerusform>
        </translation>
    </message>
    <message>
        <source>The file is not published: its version must be the newest one plus 1.</source>
        <translation>没有发布：版本号必须是最新版本加 1。</translation>
    </message>
    <message>
        <source>Publish a workflow</source>
        <translation>发布流程</translation>
    </message>
    <message>
        <source>Publish %1?</source>
        <translation>要发布 %1 吗？</translation>
    </message>
    <message>
        <source>Cases accepted from now on go this way; running cases keep theirs.</source>
        <translation>此后受理的办件按新版本办理；在办件仍按原版本。</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>%1 is published.</source>
        <translation>%1 已发布。</translation>
    </message>
    <message>
        <source>Dry run as a paper</source>
        <translation>试算表样张</translation>
    </message>
    <message>
        <source>Print the dry run</source>
        <translation>打印试算表</translation>
    </message>
    <message>
        <source>Save the dry run as PDF</source>
        <translation>把试算表存为 PDF</translation>
    </message>
    <message>
        <source>The dry run was sent to the printer.</source>
        <translation>试算表已送往打印机。</translation>
    </message>
</context>
<context>
    <name>hall::DeliveryPage</name>
    <message>
        <source>Case &amp;number or QR code</source>
        <translation>案件号或二维码(&amp;N)</translation>
    </message>
    <message>
        <source>Scan the receipt, or type the number and press Enter</source>
        <translation>扫描凭证，或输入号码后按回车</translation>
    </message>
    <message>
        <source>Results ready</source>
        <translation>待领取</translation>
    </message>
    <message>
        <source>To hand over</source>
        <translation>发放内容</translation>
    </message>
    <message>
        <source>Who takes it</source>
        <translation>领取人</translation>
    </message>
    <message>
        <source>The applicant (F5)</source>
        <translation>申请人本人 (F5)</translation>
    </message>
    <message>
        <source>The agent (F6)</source>
        <translation>代办人 (F6)</translation>
    </message>
    <message>
        <source>Somebody else (F7)</source>
        <translation>其他人 (F7)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>姓名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Certificate</source>
        <translation>证件(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Relation</source>
        <translation>关系(&amp;R)</translation>
    </message>
    <message>
        <source>Hand over (F9)</source>
        <translation>发证 (F9)</translation>
    </message>
    <message>
        <source>The receipt of delivery is printed for the signature.</source>
        <translation>将打印送达回证供签收。</translation>
    </message>
    <message>
        <source>Let the collector sign the receipt of delivery, then give the result. Enter confirms both.</source>
        <translation>请领取人在送达回证上签字，再交付结果。按回车确认两项均已完成。</translation>
    </message>
    <message>
        <source>Signed and in hand (Enter)</source>
        <translation>已签收、已交付 (Enter)</translation>
    </message>
    <message>
        <source>Spoiled, print again (F10)</source>
        <translation>打坏了，重新打印 (F10)</translation>
    </message>
    <message>
        <source>No result waits to be handed over</source>
        <translation>没有待领取的办理结果</translation>
    </message>
    <message>
        <source>Finished cases appear here by themselves.</source>
        <translation>办好的案件会自动出现在这里。</translation>
    </message>
    <message>
        <source>Scan the applicant&apos;s receipt</source>
        <translation>请扫描申请人的受理凭证</translation>
    </message>
    <message>
        <source>Or type the case number, or choose a result on the left.</source>
        <translation>也可以输入案件号，或在左侧选择。</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>发证</translation>
    </message>
    <message>
        <source>To the field for case number or scan</source>
        <translation>到案件号或扫码栏</translation>
    </message>
    <message>
        <source>Find; on to the collector; signed and in hand</source>
        <translation>查找；到领取人；已签收</translation>
    </message>
    <message>
        <source>From the field to the results ready</source>
        <translation>从输入栏到待领取列表</translation>
    </message>
    <message>
        <source>The applicant takes it</source>
        <translation>申请人本人领取</translation>
    </message>
    <message>
        <source>The agent takes it</source>
        <translation>代办人领取</translation>
    </message>
    <message>
        <source>Somebody else takes it</source>
        <translation>其他人领取</translation>
    </message>
    <message>
        <source>Hand over: prints the receipt of delivery</source>
        <translation>发证：打印送达回证</translation>
    </message>
    <message>
        <source>Print spoiled: print again</source>
        <translation>打坏了，重新打印</translation>
    </message>
    <message>
        <source>Leave the case</source>
        <translation>离开此案件</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>unpaid</source>
        <translation>未缴</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) ready</source>
        <translation>
            <numerusform>%n 件待领取</numerusform>
        </translation>
    </message>
    <message>
        <source>No case here has the number “%1”. Compare it with the receipt, or scan its code.</source>
        <translation>没有号码为“%1”的案件。请与凭证核对，或扫描凭证上的二维码。</translation>
    </message>
    <message>
        <source>The fee of %1 yuan is not paid: send the applicant to the cashier first. Nothing can be handed over before.</source>
        <translation>尚有费用 %1 元未缴：请申请人先到收费窗口缴费，缴清前不能发证。</translation>
    </message>
    <message>
        <source>Already handed over</source>
        <translation>已经发证</translation>
    </message>
    <message>
        <source>%1 (%2) took it on %3.</source>
        <comment>name, relation, moment</comment>
        <translation>%1（%2）已于 %3 领取。</translation>
    </message>
    <message>
        <source>This case ended without a result to hand over</source>
        <translation>此案件已终结，没有可领取的结果</translation>
    </message>
    <message>
        <source>Not ready yet</source>
        <translation>尚未办好</translation>
    </message>
    <message>
        <source>The case stands at: %1.</source>
        <translation>案件目前环节：%1。</translation>
    </message>
    <message>
        <source>Relation to the applicant</source>
        <translation>与申请人的关系</translation>
    </message>
    <message>
        <source>No agent was named when the case was taken in. Choose “somebody else” and look at the authority letter.</source>
        <translation>收件时没有登记代办人。请选择“其他人”，并核对授权委托书。</translation>
    </message>
    <message>
        <source>Type the name of the person who takes the result.</source>
        <translation>请输入领取人姓名。</translation>
    </message>
    <message>
        <source>Say how the collector stands to the applicant, and look at the authority letter.</source>
        <translation>请填写领取人与申请人的关系，并核对授权委托书。</translation>
    </message>
    <message>
        <source>Find a result that is ready first.</source>
        <translation>请先找到一件待领取的结果。</translation>
    </message>
    <message>
        <source>%1 (%2) signs the receipt of delivery</source>
        <comment>name, relation</comment>
        <translation>请 %1（%2）在送达回证上签收</translation>
    </message>
    <message>
        <source>It is still being printed. Press Enter once it is signed and in hand.</source>
        <translation>正在打印。签收并交到领取人手中后再按回车。</translation>
    </message>
    <message>
        <source>The receipt of delivery has not been printed. Press F10 to print it.</source>
        <translation>送达回证还没有打印出来。请按 F10 打印。</translation>
    </message>
    <message>
        <source>Case %1 is handed over and closed.</source>
        <translation>案件 %1 已发证并办结。</translation>
    </message>
    <message>
        <source>Papers of the case, print again</source>
        <translation>本件文书，重新打印</translation>
    </message>
    <message>
        <source>Papers that this window has not in hand</source>
        <translation>本窗口未确认打印的文书</translation>
    </message>
    <message>
        <source>Find the case whose papers you want first.</source>
        <translation>请先找到要打印文书的办件。</translation>
    </message>
    <message>
        <source>Papers of %1. A second print is marked as a copy.</source>
        <translation>%1 的文书。再次打印会标明补打。</translation>
    </message>
</context>
<context>
    <name>hall::DepartmentsPanel</name>
    <message>
        <source>The organ word stands in the numbers of the department&apos;s documents.</source>
        <translation>机关代字用于本部门文书的编号。</translation>
    </message>
    <message>
        <source>&amp;New department</source>
        <translation>新增部门(&amp;N)</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>编号(&amp;C)</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>名称(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;English name</source>
        <translation>英文名称(&amp;E)</translation>
    </message>
    <message>
        <source>Stat&amp;us</source>
        <translation>状态(&amp;U)</translation>
    </message>
    <message>
        <source>Organ &amp;word</source>
        <translation>机关代字(&amp;W)</translation>
    </message>
    <message>
        <source>In document numbers, e.g. 朗房</source>
        <translation>用于文书编号，如 朗房</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>电话(&amp;P)</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>备注(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>No departments yet</source>
        <translation>还没有部门</translation>
    </message>
    <message>
        <source>Press “New department”.</source>
        <translation>请点“新增部门”。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Organ word</source>
        <translation>机关代字</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>New department</source>
        <translation>新增部门</translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation>%1 已保存。</translation>
    </message>
</context>
<context>
    <name>hall::DiagnosticsPage</name>
    <message>
        <source>Is everything as recorded?</source>
        <translation>一切与记录相符吗？</translation>
    </message>
    <message>
        <source>Plays all journals again and compares the result with what the lists show; checks every chain and the second file.</source>
        <translation>重放全部日志，与列表逐项比对，并核对每条链和副本文件。</translation>
    </message>
    <message>
        <source>&amp;Check now</source>
        <translation>立即检查(&amp;C)</translation>
    </message>
    <message>
        <source>Re&amp;build the lists…</source>
        <translation>重建列表(&amp;B)…</translation>
    </message>
    <message>
        <source>Results of the check</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Back up &amp;now</source>
        <translation>立即备份(&amp;N)</translation>
    </message>
    <message>
        <source>Choose &amp;folder…</source>
        <translation>选择文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Test the chosen backup</source>
        <translation>测试所选备份(&amp;T)</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>Press “Check now”; the work of the windows goes on meanwhile.</source>
        <translation>请点“立即检查”；检查时窗口照常办理。</translation>
    </message>
    <message>
        <source>There is no backup yet</source>
        <translation>还没有备份</translation>
    </message>
    <message>
        <source>Press “Back up now”.</source>
        <translation>请点“立即备份”。</translation>
    </message>
    <message>
        <source>Diagnostics and backup</source>
        <translation>诊断与备份</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Lists compared with the journals</source>
        <translation>列表与日志比对</translation>
    </message>
    <message>
        <source>Chains and hashes</source>
        <translation>链与哈希</translation>
    </message>
    <message>
        <source>Journals</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Entries in the journals</source>
        <translation>日志条目</translation>
    </message>
    <message>
        <source>Rows compared</source>
        <translation>比对的行</translation>
    </message>
    <message>
        <source>Entries in the second file</source>
        <translation>副本文件条目</translation>
    </message>
    <message>
        <source>Second file</source>
        <translation>副本文件</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>最近备份</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>工作站</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>一致</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s); rebuild the lists</source>
        <translation>
            <numerusform>有 %n 处不一致，请重建列表</numerusform>
        </translation>
    </message>
    <message>
        <source>all fit</source>
        <translation>全部吻合</translation>
    </message>
    <message>
        <source>damaged: %1</source>
        <translation>已损坏：%1</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>完好</translation>
    </message>
    <message>
        <source>damaged; make a backup now</source>
        <translation>已损坏，请立即备份</translation>
    </message>
    <message>
        <source>none; make one now</source>
        <translation>没有，请立即备份</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message>
        <source>What</source>
        <translation>检查项目</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>备份时间</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Folder: %1. A backup is made every day; the newest 14 are kept. Choose a folder on another disk, so that a broken disk does not take both.</source>
        <translation>文件夹：%1。每天自动备份，保留最近 14 份。请选择另一块磁盘上的文件夹，以免磁盘损坏时一起丢失。</translation>
    </message>
    <message>
        <source>Everything is as recorded.</source>
        <translation>一切与记录相符。</translation>
    </message>
    <message>
        <source>Something needs you; the marked lines say what.</source>
        <translation>有需要处理的事项，见带标记的行。</translation>
    </message>
    <message>
        <source>Rebuild the lists</source>
        <translation>重建列表</translation>
    </message>
    <message>
        <source>Make all lists anew from the journals?</source>
        <translation>要根据日志重建全部列表吗？</translation>
    </message>
    <message>
        <source>The journals stay as they are. Windows wait while it runs.</source>
        <translation>日志不变。重建期间各窗口需等待。</translation>
    </message>
    <message>
        <source>Rebuild</source>
        <translation>重建</translation>
    </message>
    <message>
        <source>The lists are made anew from the journals.</source>
        <translation>列表已根据日志重建。</translation>
    </message>
    <message>
        <source>The backup is made and checked: %1 entries.</source>
        <translation>备份已完成并核对：%1 条。</translation>
    </message>
    <message>
        <source>The backup can be restored: %1 journals with %2 entries, every chain fits.</source>
        <translation>备份可以恢复：%1 个日志，%2 条，链全部吻合。</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>备份文件夹</translation>
    </message>
    <message>
        <source>Nothing can be written to this folder; choose another one.</source>
        <translation>无法写入这个文件夹，请换一个。</translation>
    </message>
    <message>
        <source>&amp;Restore it…</source>
        <translation>恢复所选备份(&amp;R)…</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Put the backup of %1 in place?</source>
        <translation>用 %1 的备份恢复吗？</translation>
    </message>
    <message>
        <source>The backup is tested, then the program starts again. What was done since is applied on top, so nothing is lost; the store as it is now is kept beside it.</source>
        <translation>先检验备份，然后重新启动程序。备份之后办理的业务会接着补上，不会丢失；现在的数据文件保留在旁边。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>The backup fits. The program starts again and puts it in place.</source>
        <translation>备份完好。程序将重新启动并恢复它。</translation>
    </message>
    <message>
        <source>Backups go to this folder from now on. It holds none yet.</source>
        <translation>从现在起备份存到这个文件夹，里面还没有备份。</translation>
    </message>
    <message>
        <source>Backups go to this folder from now on.</source>
        <translation>从现在起备份存到这个文件夹。</translation>
    </message>
</context>
<context>
    <name>hall::DuplicatesDialog</name>
    <message>
        <source>Perhaps known already</source>
        <translation>可能已登记</translation>
    </message>
    <message>
        <source>Is the person at the window the one on the right?</source>
        <translation>窗口前的申请人是右边这位吗？</translation>
    </message>
    <message>
        <source>Known applicants</source>
        <translation>已登记的申请人</translation>
    </message>
    <message>
        <source>Typed and known side by side</source>
        <translation>录入与已登记对照</translation>
    </message>
    <message>
        <source>Back to the fields</source>
        <translation>返回录入</translation>
    </message>
    <message>
        <source>It is &amp;somebody else</source>
        <translation>不是同一人(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Use the known one</source>
        <translation>用已登记的(&amp;U)</translation>
    </message>
    <message>
        <source>Typed now</source>
        <translation>本次录入</translation>
    </message>
    <message>
        <source>Known already</source>
        <translation>已登记</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message numerus="yes">
        <source>%n possible applicant(s)</source>
        <translation>
            <numerusform>%n 个可能相同的申请人</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名或名称</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证件种类</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Legal representative</source>
        <translation>法定代表人</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>办件数</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
    <message>
        <source>Last case</source>
        <translation>最近办件</translation>
    </message>
</context>
<context>
    <name>hall::EditFieldDialog</name>
    <message>
        <source>Put a typing error right</source>
        <translation>更正录入错误</translation>
    </message>
    <message>
        <source>The old value, the new one and the reason stay in the history of the case.</source>
        <translation>原内容、新内容和理由都保留在办件历史中。</translation>
    </message>
    <message>
        <source>&amp;Field</source>
        <translation>项目(&amp;F)</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Old value</source>
        <translation>原内容</translation>
    </message>
    <message>
        <source>&amp;New value</source>
        <translation>新内容(&amp;N)</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>新内容</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>The new value is the same as the old one.</source>
        <translation>新内容与原内容相同。</translation>
    </message>
    <message>
        <source>Write why the value is changed.</source>
        <translation>请写明更正的理由。</translation>
    </message>
</context>
<context>
    <name>hall::FeesPage</name>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;F)</translation>
    </message>
    <message>
        <source>Item, fee or department</source>
        <translation>事项、收费项目或部门</translation>
    </message>
    <message>
        <source>Only fees that cannot be &amp;charged</source>
        <translation>只看不能收费的(&amp;C)</translation>
    </message>
    <message>
        <source>Fee standards</source>
        <translation>收费标准</translation>
    </message>
    <message>
        <source>&amp;Amount in yuan</source>
        <translation>金额（元）(&amp;A)</translation>
    </message>
    <message>
        <source>Empty = cannot be charged</source>
        <translation>空白 = 不能收费</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>单位(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Basis</source>
        <translation>依据(&amp;B)</translation>
    </message>
    <message>
        <source>Document that sets this standard</source>
        <translation>核定标准的文件</translation>
    </message>
    <message>
        <source>Valid f&amp;rom</source>
        <translation>生效日(&amp;R)</translation>
    </message>
    <message>
        <source>Valid un&amp;til</source>
        <translation>截止日(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Save the standard</source>
        <translation>保存标准(&amp;S)</translation>
    </message>
    <message>
        <source>No fee fits these words</source>
        <translation>没有符合的收费项目</translation>
    </message>
    <message>
        <source>Fee lines come with the catalogue; here they get their amount.</source>
        <translation>收费项目随目录导入，在这里核定金额。</translation>
    </message>
    <message>
        <source>Find a fee</source>
        <translation>查找收费项目</translation>
    </message>
    <message>
        <source>From the list to the amount</source>
        <translation>从列表到金额</translation>
    </message>
    <message>
        <source>Save the standard</source>
        <translation>保存标准</translation>
    </message>
    <message>
        <source>—</source>
        <comment>no amount is set</comment>
        <translation>—</translation>
    </message>
    <message>
        <source>charged</source>
        <translation>收费</translation>
    </message>
    <message>
        <source>not valid now</source>
        <translation>不在有效期</translation>
    </message>
    <message>
        <source>no standard</source>
        <translation>未核定</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Name of the item</source>
        <translation>事项名称</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>收费项目</translation>
    </message>
    <message>
        <source>Yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message numerus="yes">
        <source>%n fee line(s)</source>
        <translation>
            <numerusform>%n 个收费项目</numerusform>
        </translation>
    </message>
    <message>
        <source>The standard you typed is not saved yet. Save it first, or drop it.</source>
        <translation>填写的标准还没有保存。请先保存，或放弃。</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Without an amount this fee cannot be charged.</source>
        <translation>没有金额就不能收这项费。</translation>
    </message>
    <message>
        <source>A slip says ¥%1.</source>
        <translation>缴款单显示 ¥%1。</translation>
    </message>
    <message>
        <source>A slip says ¥%1 for 1 unit, ¥%2 for 10 units.</source>
        <translation>缴款单显示：1 个单位 ¥%1，10 个单位 ¥%2。</translation>
    </message>
    <message>
        <source>The standard of “%1” is taken back; it cannot be charged.</source>
        <translation>“%1”的标准已撤销，不能收费。</translation>
    </message>
    <message>
        <source>“%1” is charged with ¥%2 from now on. Slips demanded before keep their amount.</source>
        <translation>“%1”即日起按 ¥%2 收费；此前开出的缴款单金额不变。</translation>
    </message>
</context>
<context>
    <name>hall::FigureCasesDialog</name>
    <message>
        <source>Cases behind the figure</source>
        <translation>数字对应的案件</translation>
    </message>
    <message>
        <source>The figure counts no case</source>
        <translation>这个数字下没有案件</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>受理编号</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>收件时间</translation>
    </message>
    <message>
        <source>Promised for</source>
        <translation>承诺日期</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the case (Enter)</source>
        <translation>打开案件（回车）</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
</context>
<context>
    <name>hall::GuideDialog</name>
    <message>
        <source>Guide of the item</source>
        <translation>办事指南</translation>
    </message>
    <message>
        <source>Print (Ctrl+P)</source>
        <translation>打印 (Ctrl+P)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>The guide is at the printer.</source>
        <translation>办事指南已送打印机。</translation>
    </message>
</context>
<context>
    <name>hall::HallPanel</name>
    <message>
        <source>These words stand in the head of every paper from now on.</source>
        <translation>以下内容从现在起印在每份文书的抬头。</translation>
    </message>
    <message>
        <source>Na&amp;me of the hall</source>
        <translation>大厅名称(&amp;M)</translation>
    </message>
    <message>
        <source>Region c&amp;ode</source>
        <translation>区划代码(&amp;O)</translation>
    </message>
    <message>
        <source>O&amp;rgan</source>
        <translation>机关(&amp;R)</translation>
    </message>
    <message>
        <source>Organ &amp;word</source>
        <translation>机关代字(&amp;W)</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>地址(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>电话(&amp;P)</translation>
    </message>
    <message>
        <source>Super&amp;vision phone</source>
        <translation>监督电话(&amp;V)</translation>
    </message>
    <message>
        <source>Pa&amp;yee account</source>
        <translation>收款账户(&amp;Y)</translation>
    </message>
    <message>
        <source>Op&amp;ens</source>
        <translation>上班时间(&amp;E)</translation>
    </message>
    <message>
        <source>C&amp;loses</source>
        <translation>下班时间(&amp;L)</translation>
    </message>
    <message>
        <source>Working days to &amp;correct</source>
        <translation>补正期限（工作日）(&amp;C)</translation>
    </message>
    <message>
        <source>Working days to &amp;hand over</source>
        <translation>送达期限（工作日）(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>The hall&apos;s words and hours are saved.</source>
        <translation>大厅信息和作息时间已保存。</translation>
    </message>
</context>
<context>
    <name>hall::HandOverDialog</name>
    <message>
        <source>Hand to a colleague</source>
        <translation>交给同事</translation>
    </message>
    <message>
        <source>The act stays as it is. Your colleague sees it in the list of this computer after signing in here.</source>
        <translation>操作保持原样。同事在本机登录后会在列表中看到。</translation>
    </message>
    <message>
        <source>Name, code or department</source>
        <translation>姓名、工号或部门</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>同事</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>同事</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Type fewer letters.</source>
        <translation>请少输几个字。</translation>
    </message>
</context>
<context>
    <name>hall::IdNumberEdit</name>
    <message>
        <source>Kind of certificate</source>
        <translation>证件种类</translation>
    </message>
    <message>
        <source>Certificate number</source>
        <translation>证件号码</translation>
    </message>
</context>
<context>
    <name>hall::ItemPicker</name>
    <message>
        <source>2 · Items</source>
        <translation>2 · 事项</translation>
    </message>
    <message>
        <source>Find an item</source>
        <translation>查找事项</translation>
    </message>
    <message>
        <source>Code, initials, name, department or theme</source>
        <translation>编码、首字母、名称、部门或主题</translation>
    </message>
    <message>
        <source>Guide (F2)</source>
        <translation>指南 (F2)</translation>
    </message>
    <message>
        <source>The guide of this item on one page, to read and to print (F2)</source>
        <translation>该事项的一页办事指南，可查看、打印 (F2)</translation>
    </message>
    <message>
        <source>Items of this window</source>
        <translation>本窗口的事项</translation>
    </message>
    <message>
        <source>Items of this visit</source>
        <translation>本次来访的事项</translation>
    </message>
    <message>
        <source>Ctrl+PgDn next item · Delete takes it off</source>
        <translation>Ctrl+PgDn 下一事项 · Delete 移除</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Item of this visit</source>
        <translation>本次来访的事项</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>No item is called so.</source>
        <translation>没有这样的事项。</translation>
    </message>
    <message>
        <source>Try the department, or fewer letters.</source>
        <translation>请换部门名称，或少输几个字母。</translation>
    </message>
    <message>
        <source>“%1” cannot be taken here: %2.</source>
        <translation>“%1”不能在此办理：%2。</translation>
    </message>
    <message>
        <source>%1 of %2 right</source>
        <translation>%1/%2 合格</translation>
    </message>
</context>
<context>
    <name>hall::JoinBox</name>
    <message>
        <source>Join a hall&apos;s centre</source>
        <translation>加入大厅中心</translation>
    </message>
    <message>
        <source>The administrator gives out one connection file for every computer. Sign in with the password that you have at the centre.</source>
        <translation>管理员给每台电脑发一个连接文件。请用您在中心的密码登录。</translation>
    </message>
    <message>
        <source>Connection &amp;file</source>
        <translation>连接文件(&amp;F)</translation>
    </message>
    <message>
        <source>Connection file</source>
        <translation>连接文件</translation>
    </message>
    <message>
        <source>For example A01.onehall</source>
        <translation>例如 A01.onehall</translation>
    </message>
    <message>
        <source>&amp;Choose …</source>
        <translation>选择(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Staff code</source>
        <translation>工号(&amp;S)</translation>
    </message>
    <message>
        <source>Staff code</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>For example cz01</source>
        <translation>例如 cz01</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>The hall&apos;s data then come to this computer by themselves, and everything done here goes to the centre. Without the network you go on working.</source>
        <translation>之后大厅的数据会自动来到这台电脑，在这里办的一切会送到中心。没有网络时您可以照常工作。</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Join</source>
        <translation>加入(&amp;J)</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>You can begin as soon as the open cases are here; the closed ones go on arriving behind your work.</source>
        <translation>在办件到齐就可以开始工作;已办结的件会在您工作时继续到来。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The connection file of this computer</source>
        <translation>这台电脑的连接文件</translation>
    </message>
    <message>
        <source>Connection files (*.onehall *.json)</source>
        <translation>连接文件 (*.onehall *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 · place %2 · %3</source>
        <comment>hall · station · host</comment>
        <translation>%1 · 工位 %2 · %3</translation>
    </message>
    <message>
        <source>Choose the connection file of this computer first.</source>
        <translation>请先选择这台电脑的连接文件。</translation>
    </message>
    <message>
        <source>Type your staff code and your password at the centre first.</source>
        <translation>请先输入您的工号和在中心的密码。</translation>
    </message>
    <message>
        <source>1 of 3: The centre is being asked …</source>
        <translation>第 1 步（共 3 步）:正在询问中心……</translation>
    </message>
    <message>
        <source>2 of 3: Departments, items and people of the hall are arriving …</source>
        <translation>第 2 步（共 3 步）:大厅的部门、事项和人员正在到来……</translation>
    </message>
    <message>
        <source>3 of 3: The open cases are arriving …</source>
        <translation>第 3 步（共 3 步）:在办件正在到来……</translation>
    </message>
    <message>
        <source>The line to the centre is gone for the moment. It goes on by itself.</source>
        <translation>与中心的线路暂时断了。恢复后会自动继续。</translation>
    </message>
    <message>
        <source>A few seconds left</source>
        <translation>还需几秒钟</translation>
    </message>
    <message>
        <source>Less than a minute left</source>
        <translation>不到一分钟</translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s) left</source>
        <translation>
            <numerusform>大约还需 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Joining …</source>
        <translation>正在加入……</translation>
    </message>
    <message>
        <source>Joining %1</source>
        <translation>正在加入 %1</translation>
    </message>
</context>
<context>
    <name>hall::KeysSheet</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Keys of &quot;%1&quot;</source>
        <translation>“%1”的按键</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>本页</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Go to a page of the list at the left</source>
        <translation>转到左侧列表中的页面</translation>
    </message>
    <message>
        <source>Back to the page before</source>
        <translation>返回上一页面</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>显示本表</translation>
    </message>
    <message>
        <source>To the next field; with Shift to the one before</source>
        <translation>到下一栏；按住 Shift 到上一栏</translation>
    </message>
    <message>
        <source>Open the row, or press the marked button</source>
        <translation>打开所选行，或按下默认按钮</translation>
    </message>
    <message>
        <source>Copy the rows chosen</source>
        <translation>复制所选各行</translation>
    </message>
    <message>
        <source>Dismiss a message, close a dialog</source>
        <translation>收起提示、关闭对话框</translation>
    </message>
    <message>
        <source>Lock the screen</source>
        <translation>锁定屏幕</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Quit; what was typed is kept</source>
        <translation>退出程序；已输入的内容会保留</translation>
    </message>
</context>
<context>
    <name>hall::LockPage</name>
    <message>
        <source>This screen is locked</source>
        <translation>屏幕已锁定</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Your open work is kept exactly as it stands.</source>
        <translation>正在办理的内容原样保留。</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>退出登录(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>解锁(&amp;U)</translation>
    </message>
    <message>
        <source>%1 is signed in.</source>
        <translation>当前登录：%1</translation>
    </message>
    <message>
        <source>&amp;PIN or password</source>
        <translation>PIN 或密码(&amp;P)</translation>
    </message>
    <message>
        <source>PIN or password</source>
        <translation>PIN 或密码</translation>
    </message>
    <message>
        <source>This PIN is not right. Try again, or type your password.</source>
        <translation>PIN 不对。请重试，或输入密码。</translation>
    </message>
    <message>
        <source>The PIN was wrong three times and does not count any more. Type your password.</source>
        <translation>PIN 连续三次不对，已经失效。请输入密码。</translation>
    </message>
    <message>
        <source>中文 / English</source>
        <translation>中文 / English</translation>
    </message>
    <message>
        <source>Change the language</source>
        <translation>切换语言</translation>
    </message>
</context>
<context>
    <name>hall::LooksPanel</name>
    <message>
        <source>Cases that somebody opened beyond the own work at this computer, and every showing of identity numbers. What was looked for in the whole town is written down at the centre.</source>
        <translation>本机上有人打开本职以外的案件，以及每次显示证件号码的记录。全镇查找的记录保存在中心。</translation>
    </message>
    <message>
        <source>&amp;Period</source>
        <translation>时段(&amp;P)</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>F&amp;ind</source>
        <translation>查找(&amp;I)</translation>
    </message>
    <message>
        <source>Person, case number or reason</source>
        <translation>人员、受理编号或原因</translation>
    </message>
    <message>
        <source>Who looked</source>
        <translation>查看记录</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody looked beyond the own work</source>
        <translation>没有本职以外的查看</translation>
    </message>
    <message>
        <source>Choose a longer period, or empty the search.</source>
        <translation>请选择更长的时段，或清空查找。</translation>
    </message>
    <message>
        <source>opened the case</source>
        <translation>打开案件</translation>
    </message>
    <message>
        <source>numbers shown</source>
        <translation>显示号码</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>受理编号</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message numerus="yes">
        <source>%n view(s)</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hall::MainWindow</name>
    <message>
        <source>The program is already running: this is its window.</source>
        <translation>程序已经在运行，这就是它的窗口。</translation>
    </message>
</context>
<context>
    <name>hall::MaterialsBox</name>
    <message>
        <source>3 · Materials</source>
        <translation>3 · 材料</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>事由(&amp;A)</translation>
    </message>
    <message>
        <source>What the case is about</source>
        <translation>办理事由</translation>
    </message>
    <message>
        <source>What it is about, in a line (may stay empty)</source>
        <translation>用一句话写明事由（可不填）</translation>
    </message>
    <message>
        <source>Checklist of the materials</source>
        <translation>材料清单</translation>
    </message>
    <message>
        <source>What is &amp;wrong</source>
        <translation>问题(&amp;W)</translation>
    </message>
    <message>
        <source>What is wrong with this line</source>
        <translation>该材料的问题</translation>
    </message>
    <message>
        <source>%1 orig.</source>
        <translation>原%1</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <translation>复%1</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>%1 (may be left out)</source>
        <translation>%1（非必交）</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>应交</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>实收</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>The checklist stands here.</source>
        <translation>这里显示材料清单。</translation>
    </message>
    <message>
        <source>Choose an item on the left.</source>
        <translation>请在左边选择事项。</translation>
    </message>
    <message>
        <source>Space right · A all right · W wrong · N not needed · + − count</source>
        <translation>空格 合格 · A 全部合格 · W 不合格 · N 免交 · + − 份数</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 of %2 right</source>
        <translation>%1/%2 合格</translation>
    </message>
    <message>
        <source>Quantity for the fee</source>
        <translation>计费数量</translation>
    </message>
</context>
<context>
    <name>hall::MessageStrip</name>
    <message>
        <source>Dismiss (Esc)</source>
        <translation>收起 (Esc)</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>收起提示</translation>
    </message>
</context>
<context>
    <name>hall::MoneyEdit</name>
    <message>
        <source>Write the amount in yuan, for example 80 or 80.50.</source>
        <translation>请以元为单位填写金额，例如 80 或 80.50。</translation>
    </message>
</context>
<context>
    <name>hall::OpeningPage</name>
    <message>
        <source>Opening the store …</source>
        <translation>正在打开本机数据……</translation>
    </message>
    <message>
        <source>This takes longer only after an update of the program.</source>
        <translation>只有程序更新后首次打开时才需要较长时间。</translation>
    </message>
    <message>
        <source>The store is being opened</source>
        <translation>正在打开本机数据</translation>
    </message>
    <message>
        <source>Bringing the store up to date …</source>
        <translation>正在升级本机数据……</translation>
    </message>
    <message>
        <source>This may take some minutes. Do not switch the computer off and do not close the program: it goes on by itself as soon as this is done.</source>
        <translation>可能需要几分钟。请勿关机，也不要关闭程序；完成后会自动继续。</translation>
    </message>
    <message>
        <source>The program closes by itself as soon as this is done. Do not switch the computer off before.</source>
        <translation>完成后程序会自动关闭。在此之前请勿关机。</translation>
    </message>
    <message>
        <source>Running for %1 minutes</source>
        <comment>1:05</comment>
        <translation>已用时 %1</translation>
    </message>
</context>
<context>
    <name>hall::OverviewPage</name>
    <message>
        <source>By department</source>
        <translation>按部门</translation>
    </message>
    <message>
        <source>In hand by department and light</source>
        <translation>各部门在办件（按灯）</translation>
    </message>
    <message>
        <source>By window</source>
        <translation>按窗口</translation>
    </message>
    <message>
        <source>In hand by window and light</source>
        <translation>各窗口在办件（按灯）</translation>
    </message>
    <message>
        <source>Cases nobody can move</source>
        <translation>无人可办的案件</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>the cases behind a figure</source>
        <translation>查看数字对应的案件</translation>
    </message>
    <message>
        <source>Refresh (F5)</source>
        <translation>刷新 (F5)</translation>
    </message>
    <message>
        <source>No case is in hand</source>
        <translation>没有在办案件</translation>
    </message>
    <message>
        <source>Every open case has somebody who can move it</source>
        <translation>每件在办案件都有人可办</translation>
    </message>
    <message>
        <source>This list should be empty. A case comes here when its post has nobody, or four eyes bar everybody in it.</source>
        <translation>这里应当是空的。岗位上没有人，或者该岗位的人都已在本件其他环节经办，案件才会出现在这里。</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Choose a figure</source>
        <translation>选择数字</translation>
    </message>
    <message>
        <source>The cases behind the figure</source>
        <translation>数字对应的案件</translation>
    </message>
    <message>
        <source>By department, by window, what nobody can move</source>
        <translation>按部门、按窗口、无人可办</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>重新统计</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>In hand</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>受理编号</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>等待岗位</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>everybody there has acted on it already</source>
        <translation>该岗位的人都已经办过本件</translation>
    </message>
    <message>
        <source>nobody has this post</source>
        <translation>该岗位没有人</translation>
    </message>
    <message>
        <source>Waiting for the applicant</source>
        <translation>待补正</translation>
    </message>
    <message>
        <source>Ready to be handed over</source>
        <translation>待领取</translation>
    </message>
    <message>
        <source>Taken in today</source>
        <translation>今日收件</translation>
    </message>
    <message>
        <source>Accepted today</source>
        <translation>今日受理</translation>
    </message>
    <message>
        <source>Closed today</source>
        <translation>今日办结</translation>
    </message>
    <message>
        <source>Nobody can move</source>
        <translation>无人可办</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>数据截至 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a figure, its value</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>hall::PageViewer</name>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Turn to the left on the screen</source>
        <translation>屏幕上向左转</translation>
    </message>
    <message>
        <source>Turn to the right on the screen</source>
        <translation>屏幕上向右转</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Whole width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>整页显示</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>There is no page yet.</source>
        <translation>还没有页面。</translation>
    </message>
    <message>
        <source>This page is not on this computer. It can be shown once it has been fetched.</source>
        <translation>这一页不在本机上，取回后才能显示。</translation>
    </message>
    <message>
        <source>Loading the page …</source>
        <translation>正在打开页面……</translation>
    </message>
    <message>
        <source>This page cannot be shown, for its file is missing or damaged. Ask the system manager to restore it from the backup.</source>
        <translation>这一页无法显示：文件缺失或已损坏。请联系系统管理员从备份中恢复。</translation>
    </message>
    <message>
        <source>%1 (removed)</source>
        <comment>Identity card (removed)</comment>
        <translation>%1（已移除）</translation>
    </message>
    <message>
        <source>This page is not on this computer yet. It is fetched as soon as the centre can be reached again.</source>
        <translation>本页还不在本机上，待重新连上中心后自动取回。</translation>
    </message>
    <message>
        <source>This page is not on this computer yet. It is being fetched from the centre …</source>
        <translation>本页还不在本机上，正在从中心取回……</translation>
    </message>
    <message>
        <source>This page is being fetched from the centre: %1 %</source>
        <comment>40 %</comment>
        <translation>正在从中心取回本页：%1 %</translation>
    </message>
</context>
<context>
    <name>hall::PagesBox</name>
    <message>
        <source>4 · Pages</source>
        <translation>4 · 页面</translation>
    </message>
    <message>
        <source>Attach files (Ctrl+I)</source>
        <translation>添加文件 (Ctrl+I)</translation>
    </message>
    <message>
        <source>Choose files for this line (Ctrl+I); or drop them on it, or paste a picture (Ctrl+V)</source>
        <translation>为本行选择文件 (Ctrl+I)；也可拖到本行，或粘贴图片 (Ctrl+V)</translation>
    </message>
    <message>
        <source>Large (F4)</source>
        <translation>放大 (F4)</translation>
    </message>
    <message>
        <source>Look at the page in large (F4)</source>
        <translation>放大查看 (F4)</translation>
    </message>
    <message>
        <source>Pages of this line</source>
        <translation>本行的页面</translation>
    </message>
    <message>
        <source>No pages yet. Drop files here, press Ctrl+I, or paste a picture with Ctrl+V.</source>
        <translation>还没有页面。把文件拖到这里，按 Ctrl+I 选择，或按 Ctrl+V 粘贴图片。</translation>
    </message>
    <message>
        <source>Choose an item first; then attach pages to one of its lines.</source>
        <translation>请先选择事项，再为其中一行添加页面。</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Pictures and PDF (*.jpg *.jpeg *.png *.tif *.tiff *.pdf)</source>
        <translation>图片和 PDF (*.jpg *.jpeg *.png *.tif *.tiff *.pdf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n scanned file(s) wait until an item is chosen.</source>
        <translation>
            <numerusform>有 %n 个扫描文件，选好事项后自动放入。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no picture and no file in the clipboard.</source>
        <translation>剪贴板中没有图片或文件。</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取……</translation>
    </message>
    <message>
        <source>The files were not read. Attach them again.</source>
        <translation>文件未读取，请重新添加。</translation>
    </message>
    <message>
        <source>The item was changed while pages were read. Attach them again.</source>
        <translation>读取期间换了事项，请重新添加。</translation>
    </message>
    <message numerus="yes">
        <source>Line %1: %n page(s)</source>
        <translation>
            <numerusform>第 %1 行：%n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>Take pages off</source>
        <translation>移除页面</translation>
    </message>
    <message numerus="yes">
        <source>Take %n page(s) off this case?</source>
        <translation>
            <numerusform>从该办件移除 %n 页吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>They stay in the history of the case.</source>
        <translation>移除的页面仍保留在办件历史中。</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Wrong page</source>
        <translation>页面放错</translation>
    </message>
    <message>
        <source>Unreadable, replaced by a better one</source>
        <translation>不清晰，已另行补扫</translation>
    </message>
</context>
<context>
    <name>hall::PagesDialog</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>hall::PaperPreview</name>
    <message>
        <source>Previous page (Page Up)</source>
        <translation>上一页 (Page Up)</translation>
    </message>
    <message>
        <source>Next page (Page Down)</source>
        <translation>下一页 (Page Down)</translation>
    </message>
    <message>
        <source>Print (Ctrl+P)</source>
        <translation>打印 (Ctrl+P)</translation>
    </message>
    <message>
        <source>Save as PDF (Ctrl+S)</source>
        <translation>存为 PDF (Ctrl+S)</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Smaller (Ctrl+−)</source>
        <translation>缩小 (Ctrl+−)</translation>
    </message>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation>放大 (Ctrl++)</translation>
    </message>
    <message>
        <source>Whole width (Ctrl+0)</source>
        <translation>适合宽度 (Ctrl+0)</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>page 1 of 3</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
</context>
<context>
    <name>hall::PapersDialog</name>
    <message>
        <source>Papers</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Papers of this act</source>
        <translation>本次的文书</translation>
    </message>
    <message>
        <source>Later (Esc)</source>
        <translation>稍后 (Esc)</translation>
    </message>
    <message>
        <source>Spoiled, print again (F5)</source>
        <translation>作废重打 (F5)</translation>
    </message>
    <message>
        <source>Hand over now (F11)</source>
        <translation>当场发证 (F11)</translation>
    </message>
    <message>
        <source>All in hand (Enter)</source>
        <translation>已全部打印 (回车)</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Print (F5)</source>
        <translation>打印 (F5)</translation>
    </message>
    <message>
        <source>In hand (Enter)</source>
        <translation>已打印 (回车)</translation>
    </message>
    <message>
        <source>“In hand” says that the paper came out right. What is left for later waits among the papers not in hand (Ctrl+Shift+P).</source>
        <translation>“已打印”表示文书打印无误。留待稍后的在“未确认打印的文书”中 (Ctrl+Shift+P)。</translation>
    </message>
    <message>
        <source>Choose a paper: Enter says that it is in hand, F5 prints it again. A second print of a paper that was in hand is marked as a copy.</source>
        <translation>选中一份文书：回车确认已打印，F5 重新打印。已确认过的文书再次打印会标明补打。</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>in hand</source>
        <translation>已打印</translation>
    </message>
    <message>
        <source>Print a copy (F5)</source>
        <translation>补打 (F5)</translation>
    </message>
    <message>
        <source>“%1” has not been printed. F5 prints it; Esc leaves it among the papers not in hand.</source>
        <translation>“%1”还没有打印。按 F5 打印；按 Esc 留在“未确认打印的文书”中。</translation>
    </message>
</context>
<context>
    <name>hall::ParkedDialog</name>
    <message>
        <source>Parked work</source>
        <translation>已挂起</translation>
    </message>
    <message>
        <source>Enter goes on with it; what stands on the screen now is parked in its place.</source>
        <translation>按回车键继续办理；当前界面的内容会自动挂起。</translation>
    </message>
    <message>
        <source>Throw away …</source>
        <translation>丢弃……</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>继续办理</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Nothing is parked.</source>
        <translation>没有挂起的内容。</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Throw away what was typed for “%1”?</source>
        <translation>丢弃为“%1”录入的内容吗？</translation>
    </message>
    <message>
        <source>No case was opened for it yet; it cannot be brought back.</source>
        <translation>尚未立件，丢弃后不能恢复。</translation>
    </message>
</context>
<context>
    <name>hall::PhrasesPage</name>
    <message>
        <source>Lists of phrases</source>
        <translation>常用语列表</translation>
    </message>
    <message>
        <source>Phrases of the list</source>
        <translation>列表中的常用语</translation>
    </message>
    <message>
        <source>&amp;New phrase</source>
        <translation>新增(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Do&amp;wn</source>
        <translation>下移(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>删除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save the list</source>
        <translation>保存列表(&amp;S)</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>常用语</translation>
    </message>
    <message>
        <source>From the lists to the phrases</source>
        <translation>从列表到常用语</translation>
    </message>
    <message>
        <source>Change the chosen phrase</source>
        <translation>修改选中的常用语</translation>
    </message>
    <message>
        <source>A new phrase</source>
        <translation>新增常用语</translation>
    </message>
    <message>
        <source>Move the chosen phrase</source>
        <translation>移动选中的常用语</translation>
    </message>
    <message>
        <source>Remove the chosen phrase</source>
        <translation>删除选中的常用语</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>保存这个列表</translation>
    </message>
    <message>
        <source>Opinion: %1</source>
        <comment>role</comment>
        <translation>办理意见：%1</translation>
    </message>
    <message>
        <source>Counter: what is wrong with a material</source>
        <translation>窗口：材料存在的问题</translation>
    </message>
    <message>
        <source>Counter: grounds of refusal</source>
        <translation>窗口：不予受理的理由</translation>
    </message>
    <message>
        <source>Counter: reasons of withdrawal</source>
        <translation>窗口：撤回的原因</translation>
    </message>
    <message>
        <source>Counter: reasons of a lapse</source>
        <translation>窗口：逾期未补正的原因</translation>
    </message>
    <message>
        <source>Counter: number kept in spite of a check</source>
        <translation>窗口：号码校验不符仍采用的原因</translation>
    </message>
    <message>
        <source>Counter: proof of authority</source>
        <translation>窗口：代办的授权证明</translation>
    </message>
    <message>
        <source>Counter: reasons of a correction</source>
        <translation>窗口：更正录入的原因</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>The phrases you changed are not saved yet. Save them first, or drop them.</source>
        <translation>修改的常用语还没有保存。请先保存，或者放弃修改。</translation>
    </message>
    <message>
        <source>Drop them</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <source>Offered to this post when an opinion is written, in this order.</source>
        <translation>这个岗位填写意见时，按此顺序提供选择。</translation>
    </message>
    <message>
        <source>Offered at the counter before the usual ones, in this order.</source>
        <translation>在窗口按此顺序提供选择，排在通用语之前。</translation>
    </message>
    <message>
        <source>“%1” is saved.</source>
        <translation>“%1”已保存。</translation>
    </message>
</context>
<context>
    <name>hall::PinDialog</name>
    <message>
        <source>PIN for unlocking</source>
        <translation>解锁 PIN</translation>
    </message>
    <message>
        <source>A short PIN opens the locked screen more quickly than the password. It counts on this computer only, until you sign out; after three wrong ones the password is asked for.</source>
        <translation>短 PIN 解锁屏幕比密码快。它只在这台电脑上有效，退出登录后作废;连续三次不对就要输入密码。</translation>
    </message>
    <message>
        <source>P&amp;IN</source>
        <translation>PIN(&amp;I)</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>4 to 6 figures</source>
        <translation>4 至 6 位数字</translation>
    </message>
    <message>
        <source>PIN a&amp;gain</source>
        <translation>再输一次(&amp;G)</translation>
    </message>
    <message>
        <source>PIN again</source>
        <translation>再输一次 PIN</translation>
    </message>
    <message>
        <source>&amp;No PIN any more</source>
        <translation>不再使用 PIN(&amp;N)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Set the PIN</source>
        <translation>设定 PIN(&amp;S)</translation>
    </message>
    <message>
        <source>A PIN has four to six figures.</source>
        <translation>PIN 是四到六位数字。</translation>
    </message>
    <message>
        <source>The two PINs differ. Type the second one again.</source>
        <translation>两次输入的 PIN 不一致。请重新输入第二次。</translation>
    </message>
</context>
<context>
    <name>hall::PlacePanel</name>
    <message>
        <source>What you typed for %1 is not saved yet. Save it first, or drop it.</source>
        <translation>为“%1”填写的内容还没有保存。请先保存，或放弃。</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>放弃</translation>
    </message>
</context>
<context>
    <name>hall::PostsBox</name>
    <message>
        <source>Posts</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Role of the new post</source>
        <translation>新岗位的角色</translation>
    </message>
    <message>
        <source>Department of the new post</source>
        <translation>新岗位的部门</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Take away</source>
        <translation>去掉(&amp;T)</translation>
    </message>
</context>
<context>
    <name>hall::PrintersDialog</name>
    <message>
        <source>Printers</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Which printer takes which paper on this computer?</source>
        <translation>本机的各种文书用哪台打印机？</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保存(&amp;K)</translation>
    </message>
    <message>
        <source>Asking the system for its printers …</source>
        <translation>正在查询系统中的打印机……</translation>
    </message>
    <message>
        <source>The system&apos;s usual printer</source>
        <translation>系统默认打印机</translation>
    </message>
    <message>
        <source>The system has no printer yet. Papers can be saved as PDF until one is set up.</source>
        <translation>系统中还没有打印机。装好之前，文书可以存为 PDF。</translation>
    </message>
    <message>
        <source>%1 (not there now)</source>
        <comment>a printer</comment>
        <translation>%1（现在找不到）</translation>
    </message>
</context>
<context>
    <name>hall::ReceiptsBox</name>
    <message>
        <source>Receipts of my till</source>
        <translation>本窗口收据</translation>
    </message>
    <message>
        <source>Print again (Ctrl+P)</source>
        <translation>补打 (Ctrl+P)</translation>
    </message>
    <message>
        <source>Take back … (F4)</source>
        <translation>作废…… (F4)</translation>
    </message>
    <message>
        <source>No receipt in this shift yet</source>
        <translation>本班还没有收据</translation>
    </message>
    <message>
        <source>What you take appears here.</source>
        <translation>收款后会出现在这里。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收据号</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>缴款人</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>stands</source>
        <comment>a receipt that counts</comment>
        <translation>有效</translation>
    </message>
    <message>
        <source>taken back with %1: %2</source>
        <comment>second person, reason</comment>
        <translation>已作废（见证人 %1）：%2</translation>
    </message>
    <message>
        <source>The till is not open yet</source>
        <translation>尚未开班</translation>
    </message>
    <message>
        <source>It opens with the first payment.</source>
        <translation>收第一笔款时自动开班。</translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) that stand, %1 together</source>
        <translation>
            <numerusform>有效收据 %n 张，共 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Another print is marked as one and counted.</source>
        <translation>补打的收据会标明“补打”并计次。</translation>
    </message>
    <message>
        <source>Choose a receipt in the list first.</source>
        <translation>请先在列表中选择一张收据。</translation>
    </message>
    <message>
        <source>This payment is taken back already.</source>
        <translation>这笔收款已经作废。</translation>
    </message>
    <message>
        <source>Receipt %1 is taken back; its slip is open again.</source>
        <translation>收据 %1 已作废，缴款单恢复为待缴。</translation>
    </message>
    <message>
        <source>Receipt %1 was sent to the printer again, marked as another print.</source>
        <translation>收据 %1 已重新送往打印机，并标明为补打。</translation>
    </message>
    <message>
        <source>In hand</source>
        <translation>已打好</translation>
    </message>
    <message>
        <source>&amp;Earlier receipt</source>
        <translation>以前的收据(&amp;E)</translation>
    </message>
    <message>
        <source>Receipt, slip or case number, or a scan</source>
        <translation>收据号、缴款单号、办件编号，或扫码</translation>
    </message>
    <message>
        <source>Back to the &amp;shift</source>
        <translation>回到本班(&amp;S)</translation>
    </message>
    <message>
        <source>given back, taken on %1, with %2: %3</source>
        <comment>moment, second person, reason</comment>
        <translation>退还（%1 收取），见证人 %2：%3</translation>
    </message>
    <message>
        <source>given back later, on %1, with %2: %3</source>
        <comment>moment, second person, reason</comment>
        <translation>以后班次退还（%1），见证人 %2：%3</translation>
    </message>
    <message numerus="yes">
        <source>; %n given back, %1</source>
        <translation>
            <numerusform>；另退还 %n 笔，共 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The shift is closed: taking one of its receipts back gives the money out of the next shift, with a manager.</source>
        <translation>本班已结：此后作废其收据，款项由下一班退还，须由管理人员见证。</translation>
    </message>
    <message>
        <source>No receipt is found under this number. Read it again from the paper.</source>
        <translation>没有找到这个号码的收据，请对照单据重新核对。</translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) found</source>
        <translation>
            <numerusform>找到 %n 张收据</numerusform>
        </translation>
    </message>
    <message>
        <source>A receipt of a closed shift is given back out of the open one, with a manager; the closed shift keeps its sums.</source>
        <translation>已结班次的收据由当前班次退还，须由管理人员见证；已结班次的合计不变。</translation>
    </message>
    <message>
        <source>Give %1 back now. Receipt %2 is taken back; the open shift carries it.</source>
        <comment>amount, number</comment>
        <translation>请现在退还 %1。收据 %2 已作废，计入当前班次。</translation>
    </message>
</context>
<context>
    <name>hall::RedoDialog</name>
    <message>
        <source>Change and send</source>
        <translation>修改后上传</translation>
    </message>
    <message>
        <source>&amp;Act</source>
        <translation>操作(&amp;A)</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>&amp;Back to</source>
        <translation>退回到(&amp;B)</translation>
    </message>
    <message>
        <source>Back to</source>
        <translation>退回到</translation>
    </message>
    <message>
        <source>&amp;Opinion</source>
        <translation>意见(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>上传</translation>
    </message>
    <message>
        <source>&quot;%1&quot; says &quot;%2&quot; now. What shall it say?</source>
        <comment>field, value</comment>
        <translation>“%1”现为“%2”，应改为什么？</translation>
    </message>
    <message>
        <source>&amp;New value</source>
        <translation>新值(&amp;N)</translation>
    </message>
    <message>
        <source>The note as it shall stand in the case.</source>
        <translation>记入案件的备注内容。</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>备注(&amp;N)</translation>
    </message>
    <message>
        <source>Your act is done anew, on what stands in the case now. Change it where that asks for it.</source>
        <translation>将在案件现状上重新办理您的操作，请按现状修改。</translation>
    </message>
    <message>
        <source>The papers of the act that was not taken become spoiled.</source>
        <translation>未被接收的操作所附文书将作废。</translation>
    </message>
    <message>
        <source>The act was not taken by the centre and was done anew.</source>
        <translation>该操作未被中心接收，已重新办理。</translation>
    </message>
</context>
<context>
    <name>hall::RefundsBox</name>
    <message>
        <source>Slips that were paid more than once. Take one of the payments back (Receipts, F4) and give the money back against the second receipt.</source>
        <translation>缴了不止一次的单子。请将其中一笔作废（收据页，F4），凭第二张收据退款。</translation>
    </message>
    <message>
        <source>Paid twice</source>
        <translation>重复缴费</translation>
    </message>
</context>
<context>
    <name>hall::RefusalDialog</name>
    <message>
        <source>Not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>The refusal is given in writing, with its reason and the remedies.</source>
        <translation>以书面形式作出，写明理由和救济途径。</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>种类(&amp;K)</translation>
    </message>
    <message>
        <source>Kind of refusal</source>
        <translation>不予受理的种类</translation>
    </message>
    <message>
        <source>&amp;Ground</source>
        <translation>依据(&amp;G)</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <source>Reason in words</source>
        <translation>具体理由</translation>
    </message>
    <message>
        <source>Right &amp;body</source>
        <translation>主管机关(&amp;B)</translation>
    </message>
    <message>
        <source>The body that has the power</source>
        <translation>有权办理的机关</translation>
    </message>
    <message>
        <source>The body that has the power, if it is another one</source>
        <translation>如属其他机关职权，写明该机关</translation>
    </message>
    <message>
        <source>The paper names the remedies: review within 60 days, a suit within six months.</source>
        <translation>文书载明救济途径：60日内申请行政复议，六个月内提起行政诉讼。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Choose a ground or write one</source>
        <translation>选择理由或自行填写</translation>
    </message>
</context>
<context>
    <name>hall::ReportPage</name>
    <message>
        <source>&amp;Day</source>
        <translation>日期(&amp;D)</translation>
    </message>
    <message>
        <source>De&amp;partment</source>
        <translation>部门(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>窗口(&amp;W)</translation>
    </message>
    <message>
        <source>Print (Ctrl+P)</source>
        <translation>打印 (Ctrl+P)</translation>
    </message>
    <message>
        <source>PDF (Ctrl+S)</source>
        <translation>PDF (Ctrl+S)</translation>
    </message>
    <message>
        <source>Report sheet</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Figures by window</source>
        <translation>各窗口数字</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Ratios and finishes</source>
        <translation>指标与办结方式</translation>
    </message>
    <message>
        <source>Ratios</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Ended cases by finish</source>
        <translation>按办结方式统计</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>统计口径</translation>
    </message>
    <message>
        <source>Definitions of the figures</source>
        <translation>统计口径</translation>
    </message>
    <message>
        <source>Daily report</source>
        <translation>日报表</translation>
    </message>
    <message>
        <source>Make the report of the day, department and window chosen</source>
        <translation>按所选日期、部门、窗口生成报表</translation>
    </message>
    <message>
        <source>Sheet, figures, charts, ratios, what is counted</source>
        <translation>报表、数字、图表、指标、统计口径</translation>
    </message>
    <message>
        <source>The cases behind a figure</source>
        <translation>数字对应的案件</translation>
    </message>
    <message>
        <source>Print the report</source>
        <translation>打印报表</translation>
    </message>
    <message>
        <source>Save it as PDF</source>
        <translation>保存为 PDF</translation>
    </message>
    <message>
        <source>Save it as a spreadsheet</source>
        <translation>保存为电子表格</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>Cases closed on the day</source>
        <translation>当日办结的案件</translation>
    </message>
    <message>
        <source>All departments</source>
        <translation>全部部门</translation>
    </message>
    <message>
        <source>All windows</source>
        <translation>全部窗口</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>数据截至 %1</translation>
    </message>
    <message>
        <source>— has no source: %1</source>
        <translation>“—”尚无数据来源：%1</translation>
    </message>
    <message>
        <source>The report was sent to the printer.</source>
        <translation>报表已送打印机。</translation>
    </message>
    <message>
        <source>Save as a spreadsheet</source>
        <translation>保存为电子表格</translation>
    </message>
    <message>
        <source>Spreadsheets (*.xlsx)</source>
        <translation>电子表格 (*.xlsx)</translation>
    </message>
    <message>
        <source>Daily report %1</source>
        <translation>日报表 %1</translation>
    </message>
    <message>
        <source>Make report (F5)</source>
        <translation>生成报表 (F5)</translation>
    </message>
    <message>
        <source>XLSX (Ctrl+E)</source>
        <translation>电子表格 (Ctrl+E)</translation>
    </message>
</context>
<context>
    <name>hall::SearchPage</name>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;F)</translation>
    </message>
    <message>
        <source>Name, initials, number or the end of it, phone, organisation, case number</source>
        <translation>姓名、首字母、证号或末几位、电话、单位名称、受理编号</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Ctrl+F</translation>
    </message>
    <message>
        <source>Cases found</source>
        <translation>查到的案件</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>open the case</source>
        <translation>打开案件</translation>
    </message>
    <message>
        <source>No case found</source>
        <translation>没有找到案件</translation>
    </message>
    <message>
        <source>Try the surname, the last four figures of a number, or fewer letters.</source>
        <translation>可以只输入姓氏、证号末四位，或少输几个字。</translation>
    </message>
    <message>
        <source>To the search box</source>
        <translation>到查找框</translation>
    </message>
    <message>
        <source>Choose a case, also from the search box</source>
        <translation>选择案件（在查找框中也可以）</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开案件</translation>
    </message>
    <message>
        <source>Empty the search box</source>
        <translation>清空查找框</translation>
    </message>
    <message numerus="yes">
        <source>The %n newest case(s)</source>
        <translation>
            <numerusform>最新 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n case(s); type more to narrow it down</source>
        <translation>
            <numerusform>前 %n 件；多输几个字可缩小范围</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Look in the whole town (Ctrl+T)</source>
        <translation>全镇查找 (Ctrl+T)</translation>
    </message>
    <message>
        <source>Try the surname, the last four figures of a number, or fewer letters. Ctrl+T looks in the whole town.</source>
        <translation>试试姓氏、号码后四位，或少输几个字。Ctrl+T 可在全镇查找。</translation>
    </message>
    <message>
        <source>Look in the whole town, where there is a centre</source>
        <translation>全镇查找（接入中心时）</translation>
    </message>
</context>
<context>
    <name>hall::SetPasswordDialog</name>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Again</source>
        <translation>再输一次(&amp;A)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Set the password</source>
        <translation>设置密码(&amp;S)</translation>
    </message>
</context>
<context>
    <name>hall::ShellActions</name>
    <message>
        <source>Sign &amp;out</source>
        <translation>退出登录(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Lock the screen</source>
        <translation>锁定屏幕(&amp;L)</translation>
    </message>
    <message>
        <source>Change &amp;password …</source>
        <translation>修改密码(&amp;P)……</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>P&amp;rinters …</source>
        <translation>打印机(&amp;R)……</translation>
    </message>
    <message>
        <source>&amp;Keys of this page</source>
        <translation>本页按键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About OneHall</source>
        <translation>关于一厅通(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出程序(&amp;Q)</translation>
    </message>
    <message>
        <source>P&amp;IN for unlocking …</source>
        <translation>解锁 PIN(&amp;I)…</translation>
    </message>
</context>
<context>
    <name>hall::ShiftBox</name>
    <message>
        <source>Paid by</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>张数</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>By the receipts</source>
        <translation>按收据</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>清点</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>&amp;Cash</source>
        <translation>现金(&amp;C)</translation>
    </message>
    <message>
        <source>Ca&amp;rd</source>
        <translation>刷卡(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Transfer</source>
        <translation>转账(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;QR code</source>
        <translation>扫码(&amp;Q)</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>&amp;Note on the difference</source>
        <translation>差额备注(&amp;N)</translation>
    </message>
    <message>
        <source>Where the difference comes from; needed when there is one</source>
        <translation>写明差额原因；有差额时必填</translation>
    </message>
    <message>
        <source>Close the shift (F9)</source>
        <translation>交班结账 (F9)</translation>
    </message>
    <message>
        <source>Count what lies in the till first; the sums stay as they are counted.</source>
        <translation>请先清点实收款项；交班后清点数不再改变。</translation>
    </message>
    <message>
        <source>No shift is open at this window</source>
        <translation>本窗口没有开班</translation>
    </message>
    <message>
        <source>It opens with the first payment of the day.</source>
        <translation>当天收第一笔款时自动开班。</translation>
    </message>
    <message>
        <source>Shift open since %1, opened by %2</source>
        <translation>%1 开班，开班人：%2</translation>
    </message>
    <message>
        <source>Shift closed at %1 by %2</source>
        <translation>%1 已交班，交班人：%2</translation>
    </message>
    <message>
        <source>✓ The sum of the receipts equals the sums by instrument.</source>
        <translation>✓ 收据合计与各方式合计一致。</translation>
    </message>
    <message>
        <source>The sum of the receipts differs from the sums by instrument. Call the administrator before closing.</source>
        <translation>收据合计与各方式合计不一致，请先联系系统管理员，再交班。</translation>
    </message>
    <message>
        <source>The next payment at this window opens a new shift.</source>
        <translation>本窗口再收款时自动开新班。</translation>
    </message>
    <message>
        <source>Count every way of payment; write 0 where there is nothing.</source>
        <translation>每种方式都要清点；没有的请填 0。</translation>
    </message>
    <message>
        <source>There is no open shift to close.</source>
        <translation>没有可以交班的班次。</translation>
    </message>
    <message>
        <source>What was counted differs from the receipts. Write in the note where the difference comes from.</source>
        <translation>清点数与收据不符，请在备注中写明差额原因。</translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>交班结账</translation>
    </message>
    <message>
        <source>Close the shift with a difference?</source>
        <translation>存在差额，确定交班吗？</translation>
    </message>
    <message>
        <source>Close the shift? Everything agrees.</source>
        <translation>账款相符，确定交班吗？</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>The shift is closed.</source>
        <translation>已交班。</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>退还</translation>
    </message>
    <message>
        <source>This shift of an earlier day was not closed. Close it first; what was taken today stands in a shift of its own.</source>
        <translation>这是以前未结账的班次，请先结账；今天收取的款项单独成班。</translation>
    </message>
    <message>
        <source>Its sums stay as they are. A receipt of it can be given back later only out of another shift, with a manager.</source>
        <translation>合计不再变动。以后只能由其他班次退还本班的收据，且须有管理人员见证。</translation>
    </message>
</context>
<context>
    <name>hall::SignInPage</name>
    <message>
        <source>中文 / English</source>
        <translation>中文 / English</translation>
    </message>
    <message>
        <source>Change the language</source>
        <translation>切换语言</translation>
    </message>
    <message>
        <source>Light / dark</source>
        <translation>浅色 / 深色</translation>
    </message>
    <message>
        <source>Change between light and dark</source>
        <translation>切换浅色和深色</translation>
    </message>
    <message>
        <source>OneHall</source>
        <translation>一厅通</translation>
    </message>
    <message>
        <source>&amp;Who</source>
        <translation>登录人(&amp;W)</translation>
    </message>
    <message>
        <source>Staff code, name or initials</source>
        <translation>工号、姓名或拼音首字母</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>大写锁定已打开。</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>登录(&amp;S)</translation>
    </message>
    <message>
        <source>Which &amp;post do you work in now?</source>
        <translation>这次以哪个岗位办公？(&amp;P)</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>窗口(&amp;W)</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>Begin &amp;work</source>
        <translation>开始办公(&amp;W)</translation>
    </message>
    <message>
        <source>This is the sample hall. Everybody&apos;s first password is &quot;%1&quot;; the staff code is offered while you type.</source>
        <translation>这是样例大厅。所有人的初始密码都是“%1”；输入时会提示工号。</translation>
    </message>
    <message>
        <source>Type your staff code, your name or its initials first.</source>
        <translation>请先输入工号、姓名或拼音首字母。</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在核对……</translation>
    </message>
    <message numerus="yes">
        <source>Wait %n second(s)</source>
        <translation>
            <numerusform>请等待 %n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>This account has no post yet. Ask the administrator to give it one.</source>
        <translation>此账号还没有岗位，请管理员设置。</translation>
    </message>
    <message>
        <source>Welcome, %1</source>
        <translation>%1，您好</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>Window clerk · Housing office</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>A07  Housing window</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>You are signed in. One moment …</source>
        <translation>您已登录，请稍候……</translation>
    </message>
    <message>
        <source>Asking the centre …</source>
        <translation>正在询问中心……</translation>
    </message>
</context>
<context>
    <name>hall::StaffPage</name>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;F)</translation>
    </message>
    <message>
        <source>Sign-in name, name, department or window</source>
        <translation>登录名、姓名、部门或窗口</translation>
    </message>
    <message>
        <source>&amp;New person</source>
        <translation>新增人员(&amp;N)</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Sign-in na&amp;me</source>
        <translation>登录名(&amp;M)</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>姓名(&amp;N)</translation>
    </message>
    <message>
        <source>Officer&apos;s card</source>
        <translation>执法证号</translation>
    </message>
    <message>
        <source>Only for site officers</source>
        <translation>仅现场勘查人员</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>电话(&amp;P)</translation>
    </message>
    <message>
        <source>Usual &amp;window</source>
        <translation>常用窗口(&amp;W)</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>New pass&amp;word…</source>
        <translation>重设密码(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Block</source>
        <translation>停用(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Nobody fits these words</source>
        <translation>没有符合的人员</translation>
    </message>
    <message>
        <source>Clear the field to see everybody.</source>
        <translation>清空查找框可查看全部人员。</translation>
    </message>
    <message>
        <source>Staff and posts</source>
        <translation>人员与岗位</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>查找人员</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>新增人员</translation>
    </message>
    <message>
        <source>From the list to the fields of the person</source>
        <translation>从列表到人员资料</translation>
    </message>
    <message>
        <source>Save the person</source>
        <translation>保存人员</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>No window (works upstairs)</source>
        <translation>不在窗口（楼上办公）</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>What you typed for %1 is not saved yet. Save it first, or drop it.</source>
        <translation>为“%1”填写的内容还没有保存。请先保存，或放弃。</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Un&amp;block</source>
        <translation>恢复(&amp;B)</translation>
    </message>
    <message>
        <source>The sign-in name stays for ever; a first password is asked for on saving.</source>
        <translation>登录名不能再改；保存时会要求设置初始密码。</translation>
    </message>
    <message>
        <source>This person is blocked and cannot sign in; what they did stays in the record.</source>
        <translation>此人已停用，不能登录；办过的事留在记录里。</translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation>%1 已保存。</translation>
    </message>
    <message>
        <source>%1 is blocked and cannot sign in any more.</source>
        <translation>%1 已停用，不能再登录。</translation>
    </message>
    <message>
        <source>%1 may sign in again.</source>
        <translation>%1 可以重新登录。</translation>
    </message>
    <message>
        <source>%1 has a new password.</source>
        <translation>%1 的密码已重设。</translation>
    </message>
    <message>
        <source>The sign-in name stays for ever; the centre&apos;s administrator makes the sign-in afterwards.</source>
        <translation>登录名一经确定永久使用；登录口令随后由中心管理员在中心开通。</translation>
    </message>
    <message>
        <source>%1 is saved. The centre&apos;s administrator now makes the sign-in there: onehall-centre staff add %2</source>
        <translation>%1 已保存。登录口令由中心管理员在中心开通：onehall-centre staff add %2</translation>
    </message>
    <message>
        <source>Passwords are given at the centre, not at a window. The centre&apos;s administrator does it there: onehall-centre staff reset %1</source>
        <translation>口令在中心设置，不在窗口设置。请中心管理员在中心执行：onehall-centre staff reset %1</translation>
    </message>
</context>
<context>
    <name>hall::StartPage</name>
    <message>
        <source>中文 / English</source>
        <translation>中文 / English</translation>
    </message>
    <message>
        <source>Change the language</source>
        <translation>切换语言</translation>
    </message>
    <message>
        <source>Welcome to OneHall</source>
        <translation>欢迎使用一厅通</translation>
    </message>
    <message>
        <source>The workstation of a town&apos;s service hall</source>
        <translation>镇街政务服务大厅工作台</translation>
    </message>
    <message>
        <source>What shall this computer start with?</source>
        <translation>这台电脑从哪里开始？</translation>
    </message>
    <message>
        <source>Sample hall</source>
        <translation>样例大厅</translation>
    </message>
    <message>
        <source>To look around and to learn: a town&apos;s hall with 33 windows, its items and its people. Every paper carries 样例.</source>
        <translation>用来熟悉和学习：一个有 33 个窗口的镇级大厅，事项和人员齐全。每份文书都印有“样例”。</translation>
    </message>
    <message>
        <source>Own hall</source>
        <translation>本单位大厅</translation>
    </message>
    <message>
        <source>For real work: asks for the name, the region, the first administrator and this computer&apos;s window.</source>
        <translation>用于实际办公：需要填写名称、行政区划、第一位管理员和本机所在窗口。</translation>
    </message>
    <message>
        <source>An own hall</source>
        <translation>设置本单位大厅</translation>
    </message>
    <message>
        <source>&amp;Name of the hall</source>
        <translation>中心名称(&amp;N)</translation>
    </message>
    <message>
        <source>Name of the hall</source>
        <translation>中心名称</translation>
    </message>
    <message>
        <source>大朗镇行政服务中心</source>
        <translation>大朗镇行政服务中心</translation>
    </message>
    <message>
        <source>&amp;Region code</source>
        <translation>区划代码(&amp;R)</translation>
    </message>
    <message>
        <source>Region code of nine figures</source>
        <translation>九位行政区划代码</translation>
    </message>
    <message>
        <source>Nine figures, for example 441900113</source>
        <translation>九位数字，例如 441900113</translation>
    </message>
    <message>
        <source>This computer&apos;s &amp;window</source>
        <translation>本机窗口(&amp;W)</translation>
    </message>
    <message>
        <source>Code of the window</source>
        <translation>窗口编号</translation>
    </message>
    <message>
        <source>Name of the window</source>
        <translation>窗口名称</translation>
    </message>
    <message>
        <source>First &amp;administrator</source>
        <translation>第一位管理员(&amp;A)</translation>
    </message>
    <message>
        <source>Name of the first administrator</source>
        <translation>第一位管理员姓名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Si&amp;gn-in name</source>
        <translation>登录名(&amp;G)</translation>
    </message>
    <message>
        <source>Sign-in name of the administrator</source>
        <translation>管理员登录名</translation>
    </message>
    <message>
        <source>2 to 20 small letters and figures</source>
        <translation>2 至 20 位小写字母和数字</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>At least 8 characters</source>
        <translation>至少 8 个字符</translation>
    </message>
    <message>
        <source>Password a&amp;gain</source>
        <translation>再输一次密码(&amp;G)</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>再输一次密码</translation>
    </message>
    <message>
        <source>Departments, items, windows and people can be entered or imported afterwards by the administrator.</source>
        <translation>部门、事项、窗口和人员之后可由管理员录入或导入。</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Set up the hall</source>
        <translation>建立大厅(&amp;S)</translation>
    </message>
    <message>
        <source>The first six figures are no known region.</source>
        <translation>前六位不是已知的行政区划。</translation>
    </message>
    <message>
        <source>%1, town or street %2</source>
        <comment>441900113</comment>
        <translation>%1，镇街代码 %2</translation>
    </message>
    <message>
        <source>The sample hall is being set up …</source>
        <translation>正在建立样例大厅……</translation>
    </message>
    <message>
        <source>The two passwords differ. Type the second one again.</source>
        <translation>两次输入的密码不一样，请重新输入第二次。</translation>
    </message>
    <message>
        <source>The hall is being set up …</source>
        <translation>正在建立大厅……</translation>
    </message>
    <message>
        <source>Join a hall&apos;s centre</source>
        <translation>加入大厅中心</translation>
    </message>
    <message>
        <source>For a hall of several computers: asks for the connection file that the administrator gave out, your staff code and your password.</source>
        <translation>用于有多台电脑的大厅：需要管理员发给的连接文件、您的工号和密码。</translation>
    </message>
    <message>
        <source>Choose with the arrow keys and Enter. The first two keep everything on this computer.</source>
        <translation>用方向键和回车键选择。前两种的数据都只留在这台电脑上。</translation>
    </message>
</context>
<context>
    <name>hall::TakeBox</name>
    <message>
        <source>&amp;Slip number, case number or QR code</source>
        <translation>缴款单号、案件号或二维码(&amp;S)</translation>
    </message>
    <message>
        <source>Scan the payment notice, or type and press Enter</source>
        <translation>扫描缴款通知书，或输入后按回车</translation>
    </message>
    <message>
        <source>Open slips</source>
        <translation>待缴单</translation>
    </message>
    <message>
        <source>Fee lines</source>
        <translation>收费明细</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>应收</translation>
    </message>
    <message>
        <source>Cash (F5)</source>
        <translation>现金 (F5)</translation>
    </message>
    <message>
        <source>Card (F6)</source>
        <translation>刷卡 (F6)</translation>
    </message>
    <message>
        <source>Transfer (F7)</source>
        <translation>转账 (F7)</translation>
    </message>
    <message>
        <source>QR code (F8)</source>
        <translation>扫码 (F8)</translation>
    </message>
    <message>
        <source>&amp;Given</source>
        <translation>实收(&amp;G)</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>找零</translation>
    </message>
    <message>
        <source>&amp;Voucher number</source>
        <translation>凭证号(&amp;V)</translation>
    </message>
    <message>
        <source>Take the fee (F9)</source>
        <translation>收款 (F9)</translation>
    </message>
    <message>
        <source>Hand over receipt and change. Enter confirms that the receipt came out right.</source>
        <translation>请交付收据和找零。按回车确认收据打印无误。</translation>
    </message>
    <message>
        <source>Receipt in hand (Enter)</source>
        <translation>收据已出 (Enter)</translation>
    </message>
    <message>
        <source>Spoiled, print again (F10)</source>
        <translation>打坏了，重新打印 (F10)</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>缴款人</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>No slip is waiting to be paid</source>
        <translation>没有待缴的单子</translation>
    </message>
    <message>
        <source>A slip appears here when a case with a fee is accepted.</source>
        <translation>收费事项受理后，缴款单会出现在这里。</translation>
    </message>
    <message>
        <source>Scan the payment notice</source>
        <translation>请扫描缴款通知书</translation>
    </message>
    <message>
        <source>Or type the slip or case number, or choose a slip on the left.</source>
        <translation>也可以输入单号或案件号，或在左侧选择。</translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) to be paid</source>
        <translation>
            <numerusform>%n 张待缴</numerusform>
        </translation>
    </message>
    <message>
        <source>This case owes no fee; there is nothing to take.</source>
        <translation>此案件没有费用，无需收款。</translation>
    </message>
    <message>
        <source>No slip and no case here has the number “%1”. Compare it with the payment notice, or scan its code.</source>
        <translation>没有号码为“%1”的缴款单或案件。请与缴款通知书核对，或扫描其二维码。</translation>
    </message>
    <message>
        <source>To pay (yuan)</source>
        <translation>应收（元）</translation>
    </message>
    <message>
        <source>Total (yuan)</source>
        <translation>合计（元）</translation>
    </message>
    <message>
        <source>The case ended before this slip was paid</source>
        <translation>案件已终结，此单未缴</translation>
    </message>
    <message>
        <source>Nothing may be taken for it any more.</source>
        <translation>不能再为它收款。</translation>
    </message>
    <message>
        <source>This slip was paid twice</source>
        <translation>此单重复缴费</translation>
    </message>
    <message>
        <source>This slip is paid</source>
        <translation>此单已缴</translation>
    </message>
    <message>
        <source>Paid on %1 by %2, taken by %3, receipt %4. Take no money again.</source>
        <comment>moment, instrument, cashier, receipt number</comment>
        <translation>%1 以%2缴清，收款人 %3，收据 %4。请勿重复收款。</translation>
    </message>
    <message>
        <source>Enter in the empty field means: exactly the amount.</source>
        <translation>空白时按回车即为正好收足。</translation>
    </message>
    <message>
        <source>The voucher number stands on the slip of the machine or of the bank.</source>
        <translation>凭证号见 POS 小票或银行回单。</translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation>还差</translation>
    </message>
    <message>
        <source>Type the voucher number of this payment first.</source>
        <translation>请先输入这笔款的凭证号。</translation>
    </message>
    <message>
        <source>%1 are still missing. The amount is the published one and cannot be changed here.</source>
        <translation>还差 %1。金额按公布标准计收，此处不能改。</translation>
    </message>
    <message>
        <source>Type what the payer gives, or press Enter in the empty field for exactly the amount.</source>
        <translation>请输入实收金额；正好收足时在空白处按回车。</translation>
    </message>
    <message>
        <source>Find a slip that is still to be paid first.</source>
        <translation>请先找到一张待缴的单子。</translation>
    </message>
    <message>
        <source>Taken: %1 by %2, receipt %3</source>
        <comment>amount, instrument, number</comment>
        <translation>已收 %1（%2），收据 %3</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>找零：%1</translation>
    </message>
    <message>
        <source>The receipt is still being printed. Press Enter once it is in your hand.</source>
        <translation>收据正在打印。拿到手后再按回车。</translation>
    </message>
    <message>
        <source>The receipt has not been printed. Press F10 to print it.</source>
        <translation>收据还没有打印出来。请按 F10 打印。</translation>
    </message>
    <message>
        <source>Receipt %1 is handed over. Ready for the next payer.</source>
        <translation>收据 %1 已交付。请接待下一位。</translation>
    </message>
    <message>
        <source>This slip is void</source>
        <translation>此缴款通知书已作废</translation>
    </message>
    <message>
        <source>The clerk had decided before the case was deemed accepted. Find the case by its number to see what is owed.</source>
        <translation>视为受理之前，窗口人员已作出处理。请按办件编号查找案件，查看应缴金额。</translation>
    </message>
    <message>
        <source>Slip: %1</source>
        <translation>缴款单：%1</translation>
    </message>
    <message>
        <source>Case: %1</source>
        <translation>案件：%1</translation>
    </message>
    <message>
        <source>Accepted by: %1</source>
        <translation>受理人：%1</translation>
    </message>
</context>
<context>
    <name>hall::TemplatesPage</name>
    <message>
        <source>Kinds of papers</source>
        <translation>文书种类</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Text of the template</source>
        <translation>模板内容</translation>
    </message>
    <message>
        <source>What is wrong with the text</source>
        <translation>内容中的问题</translation>
    </message>
    <message>
        <source>History</source>
        <translation>修改记录</translation>
    </message>
    <message>
        <source>History of the template</source>
        <translation>模板的修改记录</translation>
    </message>
    <message>
        <source>&amp;Bundled one…</source>
        <translation>恢复自带(&amp;B)…</translation>
    </message>
    <message>
        <source>Back to the template that came with the program</source>
        <translation>恢复为程序自带的模板</translation>
    </message>
    <message>
        <source>&amp;Drop changes</source>
        <translation>放弃修改(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Publish…</source>
        <translation>发布(&amp;P)…</translation>
    </message>
    <message>
        <source>The paper of an invented case</source>
        <translation>虚构办件的文书样张</translation>
    </message>
    <message>
        <source>own template</source>
        <translation>启用本厅模板</translation>
    </message>
    <message>
        <source>new version</source>
        <translation>新版本</translation>
    </message>
    <message>
        <source>back to the bundled one</source>
        <translation>恢复自带模板</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Put right what is wrong with the text first; it is listed below it.</source>
        <translation>请先改正内容中的问题，问题列在下方。</translation>
    </message>
    <message>
        <source>The text is as it was published.</source>
        <translation>内容与已发布的一致。</translation>
    </message>
    <message>
        <source>Publish a template</source>
        <translation>发布模板</translation>
    </message>
    <message>
        <source>Print “%1” like this from now on?</source>
        <translation>从现在起按这个样式打印“%1”吗？</translation>
    </message>
    <message>
        <source>It becomes version %1. Papers printed before keep theirs.</source>
        <translation>它将成为第 %1 版。以前打印的文书保持原样。</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>“%1” is published.</source>
        <translation>“%1”已发布。</translation>
    </message>
    <message>
        <source>Back to the bundled template</source>
        <translation>恢复自带模板</translation>
    </message>
    <message>
        <source>Print “%1” as the program brought it?</source>
        <translation>按程序自带的样式打印“%1”吗？</translation>
    </message>
    <message>
        <source>The hall&apos;s own text stays in the history of the journal.</source>
        <translation>本厅编写的内容仍保留在日志的记录中。</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>“%1” is printed as the program brought it.</source>
        <translation>“%1”已恢复为程序自带的样式。</translation>
    </message>
    <message>
        <source>Nobody has changed it</source>
        <translation>没有人修改过</translation>
    </message>
    <message>
        <source>The template that came with the program is in use.</source>
        <translation>正在使用程序自带的模板。</translation>
    </message>
    <message>
        <source>Paper templates</source>
        <translation>文书模板</translation>
    </message>
    <message>
        <source>From the list to the text</source>
        <translation>从列表到模板内容</translation>
    </message>
    <message>
        <source>Publish the text as the next version</source>
        <translation>把内容发布为下一版</translation>
    </message>
    <message>
        <source>Take back what was typed</source>
        <translation>撤销输入</translation>
    </message>
    <message>
        <source>Text, history</source>
        <translation>内容、修改记录</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>hall</source>
        <translation>本厅</translation>
    </message>
    <message>
        <source>program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>The text you typed is not published yet. Publish it first, or drop it.</source>
        <translation>修改的内容还没有发布。请先发布，或者放弃修改。</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <source>Version %1, written in this hall; last changed by %2 on %3.</source>
        <translation>第 %1 版，由本厅编写；%2 于 %3 最后修改。</translation>
    </message>
    <message>
        <source>Version %1, as it came with the program.</source>
        <translation>第 %1 版，程序自带。</translation>
    </message>
    <message>
        <source>The text is in order</source>
        <translation>模板内容没有问题</translation>
    </message>
</context>
<context>
    <name>hall::ThumbnailStrip</name>
    <message>
        <source>Pages</source>
        <translation>页面列表</translation>
    </message>
    <message>
        <source>No page yet. Drop files here, or paste a picture with Ctrl+V.</source>
        <translation>还没有页面。可把文件拖到这里，或按 Ctrl+V 粘贴图片。</translation>
    </message>
    <message>
        <source>Turn to the &amp;left</source>
        <translation>向左转(&amp;L)</translation>
    </message>
    <message>
        <source>Turn to the &amp;right</source>
        <translation>向右转(&amp;R)</translation>
    </message>
    <message>
        <source>Move &amp;forward</source>
        <translation>前移(&amp;F)</translation>
    </message>
    <message>
        <source>Move &amp;back</source>
        <translation>后移(&amp;B)</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>移除(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
</context>
<context>
    <name>hall::ThumbnailStripModel</name>
    <message>
        <source>Page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>Page %1: %2</source>
        <comment>Page 3: Identity card</comment>
        <translation>第 %1 页：%2</translation>
    </message>
    <message>
        <source>%1 (removed)</source>
        <comment>Page 3: Identity card (removed)</comment>
        <translation>%1（已移除）</translation>
    </message>
    <message>
        <source>%1 (not on this computer)</source>
        <comment>Page 3 (not on this computer)</comment>
        <translation>%1（不在本机上）</translation>
    </message>
    <message>
        <source>%1 (being fetched)</source>
        <comment>Page 3 (being fetched)</comment>
        <translation>%1（正在取回）</translation>
    </message>
    <message>
        <source>%1 (being fetched, %2 %)</source>
        <comment>Page 3 (being fetched, 40 %)</comment>
        <translation>%1（正在取回，%2 %）</translation>
    </message>
</context>
<context>
    <name>hall::TownSearchDialog</name>
    <message>
        <source>Look in the whole town</source>
        <translation>全镇查找</translation>
    </message>
    <message>
        <source>Cases of other departments are found by a whole case number, identity number or phone, or by at least two characters of a name. Who looked, for what and why is written down at the centre.</source>
        <translation>查找其他部门的案件，请输入完整的受理编号、证件号码或电话，或至少两个字的姓名。谁查、查什么、为什么查，都会在中心留下记录。</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;F)</translation>
    </message>
    <message>
        <source>By what</source>
        <translation>按什么查</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>事由(&amp;W)</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Look (Enter)</source>
        <translation>查找 (Enter)</translation>
    </message>
    <message>
        <source>Cases found in the town</source>
        <translation>全镇查到的案件</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开案件</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing asked yet</source>
        <translation>尚未查找</translation>
    </message>
    <message>
        <source>Say why you look, then press Enter.</source>
        <translation>写明事由后按回车。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名或名称</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>受理编号</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>The applicant asks where the case stands</source>
        <translation>申请人询问办理进度</translation>
    </message>
    <message>
        <source>The applicant came to the wrong window</source>
        <translation>申请人走错窗口</translation>
    </message>
    <message>
        <source>Is the same matter in hand elsewhere?</source>
        <translation>核对是否已在别处办理</translation>
    </message>
    <message>
        <source>A complaint or a letter is to be answered</source>
        <translation>答复投诉或来信</translation>
    </message>
    <message>
        <source>A certificate is to be checked</source>
        <translation>核验证件</translation>
    </message>
    <message>
        <source>Choose a reason or write one</source>
        <translation>选择或填写事由</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Say why you look: it is written down.</source>
        <translation>请写明查找事由，将留下记录。</translation>
    </message>
    <message>
        <source>No such case in the town</source>
        <translation>全镇没有这样的案件</translation>
    </message>
    <message>
        <source>Numbers must be whole; a name needs two characters.</source>
        <translation>号码须输完整；姓名至少两个字。</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s); this search was written down</source>
        <translation>
            <numerusform>%n 件；本次查找已留下记录</numerusform>
        </translation>
    </message>
    <message>
        <source>It is on this computer: Enter opens it.</source>
        <translation>该案在本机，按回车打开。</translation>
    </message>
    <message>
        <source>It is in hand at %1, step &quot;%2&quot;; its pages and opinions are shown there.</source>
        <translation>正在%1办理，环节“%2”；材料和意见请到该部门查看。</translation>
    </message>
    <message>
        <source>It is closed; %1 keeps it.</source>
        <translation>已办结，由%1保管。</translation>
    </message>
</context>
<context>
    <name>hall::TroublePage</name>
    <message>
        <source>Report of the recovery</source>
        <translation>恢复报告</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出程序(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>The store cannot be used</source>
        <translation>本机数据无法使用</translation>
    </message>
    <message>
        <source>Folder: %1</source>
        <translation>文件夹：%1</translation>
    </message>
    <message>
        <source>Recovering from the last backup and the safety file … The damaged file is kept beside it.</source>
        <translation>正在用最近的备份和保险文件恢复……损坏的文件会另行保留。</translation>
    </message>
    <message>
        <source>The store is recovered</source>
        <translation>本机数据已恢复</translation>
    </message>
    <message>
        <source>Read what was found, then go on.</source>
        <translation>请看一下恢复结果，然后继续。</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>继续(&amp;G)</translation>
    </message>
</context>
<context>
    <name>hall::UnsentDialog</name>
    <message>
        <source>What is still to be sent</source>
        <translation>尚未上传的内容</translation>
    </message>
    <message>
        <source>All of this is recorded on this computer and counts. It is sent by itself, also when you have gone home.</source>
        <translation>以下内容已记录在本机并且有效，会自动上传，下班后也会继续。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Everything is at the centre</source>
        <translation>已全部上传到中心</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>受理编号</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>cash shift</source>
        <translation>收费班次</translation>
    </message>
    <message>
        <source>online sign-in of %1</source>
        <translation>%1 联网登录</translation>
    </message>
    <message>
        <source>its scanned pages</source>
        <translation>扫描页上传</translation>
    </message>
    <message>
        <source>the centre, which takes no more from here for the moment</source>
        <translation>中心暂时不再接收本机内容</translation>
    </message>
    <message>
        <source>an update of the centre</source>
        <translation>中心升级</translation>
    </message>
    <message>
        <source>its turn</source>
        <translation>依次上传</translation>
    </message>
    <message>
        <source>the network</source>
        <translation>网络恢复</translation>
    </message>
    <message numerus="yes">
        <source>%n act(s)</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hall::UpstairsPage</name>
    <message>
        <source>My pile</source>
        <translation>我的待办</translation>
    </message>
    <message>
        <source>Sign the chosen ones (F10)</source>
        <translation>批量签署所选 (F10)</translation>
    </message>
    <message>
        <source>&amp;Pages</source>
        <translation>页面(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Checklist</source>
        <translation>材料清单(&amp;C)</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>材料清单</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>办理经过(&amp;H)</translation>
    </message>
    <message>
        <source>History</source>
        <translation>办理记录</translation>
    </message>
    <message>
        <source>&amp;Applicant</source>
        <translation>申请人(&amp;A)</translation>
    </message>
    <message>
        <source>Cases of the applicant</source>
        <translation>申请人的案件</translation>
    </message>
    <message>
        <source>&amp;Place of the visit</source>
        <translation>勘查地点(&amp;L)</translation>
    </message>
    <message>
        <source>P&amp;resent on site</source>
        <translation>在场人员(&amp;R)</translation>
    </message>
    <message>
        <source>Names and roles of those present</source>
        <translation>在场人员的姓名和身份</translation>
    </message>
    <message>
        <source>&amp;Findings</source>
        <translation>勘查情况(&amp;F)</translation>
    </message>
    <message>
        <source>What was looked at and what was found</source>
        <translation>查看了什么，发现了什么</translation>
    </message>
    <message>
        <source>&amp;Number of the document</source>
        <translation>证件（文书）编号(&amp;N)</translation>
    </message>
    <message>
        <source>Number printed on the certificate or approval</source>
        <translation>证件或者批文上印的编号</translation>
    </message>
    <message>
        <source>Return &amp;to</source>
        <translation>退回到(&amp;T)</translation>
    </message>
    <message>
        <source>Afterwards go on &amp;here, not through every step again</source>
        <translation>补办后直接回到本环节，不再逐级办理(&amp;H)</translation>
    </message>
    <message>
        <source>Legal &amp;ground of the stop</source>
        <translation>暂停的法定事由(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Opinion</source>
        <translation>意见(&amp;O)</translation>
    </message>
    <message>
        <source>Phrases for the opinion</source>
        <translation>常用意见</translation>
    </message>
    <message>
        <source>Your opinion in words; a signature alone is not enough</source>
        <translation>请写明具体意见，不能只签名</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>没有待您办理的办件</translation>
    </message>
    <message>
        <source>New files appear here by themselves.</source>
        <translation>新的办件会自动出现在这里。</translation>
    </message>
    <message>
        <source>Choose a file; it opens at once</source>
        <translation>选择办件，随即打开</translation>
    </message>
    <message>
        <source>From the pile to the opinion</source>
        <translation>从待办列表转到意见栏</translation>
    </message>
    <message>
        <source>Sign: agree and hand on</source>
        <translation>签署：同意并转下一环节</translation>
    </message>
    <message>
        <source>Sign: do not agree</source>
        <translation>签署：不同意</translation>
    </message>
    <message>
        <source>Return to an earlier step</source>
        <translation>退回前面的环节</translation>
    </message>
    <message>
        <source>Stop the clock, or start it again</source>
        <translation>暂停计时，或者恢复计时</translation>
    </message>
    <message>
        <source>Next file</source>
        <translation>下一件</translation>
    </message>
    <message>
        <source>Sign the chosen files in one go</source>
        <translation>批量签署所选办件</translation>
    </message>
    <message>
        <source>Print the sign-off sheet</source>
        <translation>打印审批流转单</translation>
    </message>
    <message>
        <source>Pages, checklist, history, applicant</source>
        <translation>页面、材料清单、办理经过、申请人</translation>
    </message>
    <message>
        <source>Back to the pile</source>
        <translation>回到待办列表</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>超期%n天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>剩 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Light</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Phrases …</source>
        <translation>常用意见…</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) wait</source>
        <translation>
            <numerusform>%n件待办</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) of this file are not on this computer yet. It can be signed when they are here.</source>
        <translation>
            <numerusform>本件有%n页还没有传到这台电脑，传到后才能签署。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose files with Ctrl+Space or Shift and the arrows first.</source>
        <translation>请先用 Ctrl+空格，或者按住 Shift 加方向键选择办件。</translation>
    </message>
    <message>
        <source>not counted</source>
        <comment>the clock of a case stands still</comment>
        <translation>不计时</translation>
    </message>
    <message>
        <source>today</source>
        <comment>the step is due today</comment>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>Papers that you have not in hand</source>
        <translation>您未确认打印的文书</translation>
    </message>
    <message>
        <source>Papers of the files signed together.</source>
        <translation>批量签署各件的文书。</translation>
    </message>
    <message>
        <source>Sign-off sheet of %1.</source>
        <translation>%1 的审批流转单。</translation>
    </message>
    <message>
        <source>%1 The papers are in hand.</source>
        <translation>%1 文书已打印。</translation>
    </message>
    <message>
        <source>Papers that are not in hand wait below the pile (Ctrl+Shift+P).</source>
        <translation>未确认打印的文书在待办列表下方可以找到 (Ctrl+Shift+P)。</translation>
    </message>
    <message>
        <source>All pages of this file are here now. It can be signed.</source>
        <translation>本卷扫描页已全部取回，可以签署。</translation>
    </message>
</context>
<context>
    <name>hall::VoidDialog</name>
    <message>
        <source>Take a payment back</source>
        <translation>作废收款</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>Why the payment is taken back</source>
        <translation>为什么作废这笔收款</translation>
    </message>
    <message>
        <source>Second &amp;person</source>
        <translation>见证人(&amp;P)</translation>
    </message>
    <message>
        <source>Sign-in name of a colleague who is here</source>
        <translation>在场同事的登录名</translation>
    </message>
    <message>
        <source>His or her pass&amp;word</source>
        <translation>见证人密码(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Take back</source>
        <translation>作废(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Receipt %1: %2 of %3, paid by %4. The slip is open again afterwards; keep the receipt with the day&apos;s papers.</source>
        <comment>number, amount, payer, instrument</comment>
        <translation>收据 %1：%3 缴 %2（%4）。作废后缴款单恢复为待缴；请收回收据，与当日单据一并保存。</translation>
    </message>
    <message>
        <source>The second person must be somebody else than you. Ask a colleague to sign.</source>
        <translation>见证人不能是本人。请一位同事来确认。</translation>
    </message>
    <message>
        <source>Receipt %1: %2 of %3, paid by %4. The shift that took it is closed and keeps its sums: the money is given back out of the open shift, and a manager signs for it. Keep the receipt with the day&apos;s papers.</source>
        <comment>number, amount, payer, instrument</comment>
        <translation>收据 %1：%3 以%4缴纳 %2。收取它的班次已结，合计不变；款项由当前班次退还，并由管理人员见证。请把收据留存在当日单据中。</translation>
    </message>
    <message>
        <source>Sign-in name of a manager who is here</source>
        <translation>在场管理人员的登录名</translation>
    </message>
    <message>
        <source>The shift of this receipt is closed and counted. A manager must be the second person; ask one to sign.</source>
        <translation>这张收据所在的班次已结账，须由管理人员作为见证人，请其签名。</translation>
    </message>
</context>
<context>
    <name>hall::WaitingPapersButton</name>
    <message numerus="yes">
        <source>%n paper(s) not in hand (%1)</source>
        <translation>
            <numerusform>%n份文书未确认打印 (%1)</numerusform>
        </translation>
    </message>
    <message>
        <source>Papers that were not printed, or that nobody has said to be in hand</source>
        <translation>还没有打印，或者还没有人确认已打印的文书</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) not in hand</source>
        <translation>
            <numerusform>%n份文书未确认打印</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hall::WindowsPage</name>
    <message>
        <source>Windows</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Hall and hours</source>
        <translation>大厅与作息</translation>
    </message>
    <message>
        <source>Windows and hall</source>
        <translation>窗口与大厅</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>下一个标签页</translation>
    </message>
    <message>
        <source>New window or department</source>
        <translation>新增窗口或部门</translation>
    </message>
    <message>
        <source>From the list to the fields</source>
        <translation>从列表到资料</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>hall::WindowsPanel</name>
    <message>
        <source>A window serves one department or several; a station stands at a window.</source>
        <translation>一个窗口受理一个或多个部门的事项；每台工作站对应一个窗口。</translation>
    </message>
    <message>
        <source>&amp;New window</source>
        <translation>新增窗口(&amp;N)</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>编号(&amp;C)</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>名称(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;English name</source>
        <translation>英文名称(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Departments</source>
        <translation>部门(&amp;D)</translation>
    </message>
    <message>
        <source>Departments served</source>
        <translation>受理的部门</translation>
    </message>
    <message>
        <source>Cash&amp;ier window</source>
        <translation>收费窗口(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>撤销(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>No windows yet</source>
        <translation>还没有窗口</translation>
    </message>
    <message>
        <source>Press “New window”.</source>
        <translation>请点“新增窗口”。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between departments</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>收费</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>新增窗口</translation>
    </message>
    <message>
        <source>Usual window of: %1</source>
        <translation>在此窗口的人员：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between people</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Window %1 is saved.</source>
        <translation>窗口 %1 已保存。</translation>
    </message>
    <message>
        <source>Remove a window</source>
        <translation>撤销窗口</translation>
    </message>
    <message>
        <source>Remove window %1?</source>
        <translation>要撤销窗口 %1 吗？</translation>
    </message>
    <message>
        <source>Cases registered there keep the code. The code may be used again.</source>
        <translation>在此登记的办件保留原编号；编号可以再用。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Window %1 is removed.</source>
        <translation>窗口 %1 已撤销。</translation>
    </message>
</context>
<context>
    <name>hall::Workbench</name>
    <message>
        <source>Back to the page before (Alt+Left)</source>
        <translation>返回上一页面 (Alt+←)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Sample 样例</source>
        <translation>样例</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>登录人</translation>
    </message>
    <message>
        <source>Lock, sign out, password</source>
        <translation>锁定、退出、密码</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Language, look, printers</source>
        <translation>语言、外观、打印机</translation>
    </message>
    <message>
        <source>Keys of this page (F1)</source>
        <translation>本页按键 (F1)</translation>
    </message>
    <message>
        <source>Keys of this page</source>
        <translation>本页按键</translation>
    </message>
    <message>
        <source>Saved on this computer</source>
        <translation>已保存在本机</translation>
    </message>
    <message>
        <source>Sample hall 样例</source>
        <translation>样例大厅</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>A07 Housing office&apos;s window</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name and staff code</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Station %1</source>
        <translation>工位 %1</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>page and its key</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>page and how many wait</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Check the computer&apos;s clock</source>
        <translation>请校准电脑时间</translation>
    </message>
    <message>
        <source>The clock of this computer was set back: it says %1, but work was recorded here at %2. Put the computer&apos;s time right before you go on, or papers get a wrong date. Nothing recorded is lost, and no number is given twice.</source>
        <comment>2026-11-21 09:00, 2026-11-22 15:30</comment>
        <translation>本机时间被调早了：现在显示 %1，而本机最近一次办理记录的时间是 %2。请先校准电脑时间再继续办理，否则文书上的日期不正确。已有记录不会丢失，编号也不会重复。</translation>
    </message>
</context>
</TS>
