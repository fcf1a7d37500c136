<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CaseFacts</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CentreWords</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliveryText</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DryRunText</name>
    <message numerus="yes">
        <source>%n calendar day(s)</source>
        <translation>
            <numerusform>%n calendar day</numerusform>
            <numerusform>%n calendar days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IntakeText</name>
    <message numerus="yes">
        <source>%n working day(s) promised</source>
        <translation>
            <numerusform>%n working day promised</numerusform>
            <numerusform>%n working days promised</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SetPasswordDialog</name>
    <message numerus="yes">
        <source>At least %n characters.</source>
        <translation>
            <numerusform>At least %n character.</numerusform>
            <numerusform>At least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hall::AttentionPage</name>
    <message numerus="yes">
        <source>%n act(s) of colleagues wait here: choose &quot;All on this computer&quot;.</source>
        <translation>
            <numerusform>%n act of colleagues wait here: choose &quot;All on this computer&quot;.</numerusform>
            <numerusform>%n acts of colleagues wait here: choose &quot;All on this computer&quot;.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n act(s)</source>
        <translation>
            <numerusform>%n act</numerusform>
            <numerusform>%n acts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n acts came in between; the newest is shown.</source>
        <translation>
            <numerusform>%n act came in between; the newest is shown.</numerusform>
            <numerusform>%n acts came in between; the newest is shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n later act(s) on this case wait for your decision.</source>
        <translation>
            <numerusform>%n later act on this case wait for your decision.</numerusform>
            <numerusform>%n later acts on this case wait for your decision.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hall::BatchDialog</name>
    <message numerus="yes">
        <source>Each of the %n file(s) is signed by itself; a row that cannot be signed says why and stays in your pile.</source>
        <translation>
            <numerusform>Each of the %n file is signed by itself; a row that cannot be signed says why and stays in your pile.</numerusform>
            <numerusform>Each of the %n files is signed by itself; a row that cannot be signed says why and stays in your pile.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %n paper(s) wait to be printed: now, or later with Ctrl+Shift+P.</source>
        <comment>after the sentence on the files</comment>
        <translation>
            <numerusform>%1 %n paper wait to be printed: now, or later with Ctrl+Shift+P.</numerusform>
            <numerusform>%1 %n papers wait to be printed: now, or later with Ctrl+Shift+P.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hall::CalendarPage</name>
    <message numerus="yes">
        <source>%n due date(s) of open cases would move</source>
        <translation>
            <numerusform>%n due date of open cases would move</numerusform>
            <numerusform>%n due dates of open cases would move</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due date(s) of open cases moved</source>
        <translation>
            <numerusform>%n due date of open cases moved</numerusform>
            <numerusform>%n due dates of open cases moved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hall::CatalogueImportPage</name>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) taken over.</source>
        <translation>
            <numerusform>%n entry taken over.</numerusform>
            <numerusform>%n entrys taken over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hall::CentreStrip</name>
    <message numerus="yes">
        <source>%n unsent</source>
        <translation>
            <numerusform>%n unsent</numerusform>
            <numerusform>%n unsent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them must wait until their author signs in online (%1)</source>
        <translation>
            <numerusform>%n of them must wait until its author signs in online (%1)</numerusform>
            <numerusform>%n of them must wait until their authors sign in online (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n to decide</numerusform>
            <numerusform>%n to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) waiting</source>
        <translation>
            <numerusform>%n page waiting</numerusform>
            <numerusform>%n pages waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hall::ChangesPage</name>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hall::CounterPage</name>
    <message numerus="yes">
        <source>Your unfinished work of %1 is back; %n more is parked (F10).</source>
        <translation>
            <numerusform>Your unfinished work of %1 is back; %n more is parked (F10).</numerusform>
            <numerusform>Your unfinished work of %1 is back; %n more are parked (F10).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) count as accepted: nobody told the applicant within five working days.</source>
        <translation>
            <numerusform>%n case count as accepted: nobody told the applicant within five working days.</numerusform>
            <numerusform>%n cases count as accepted: nobody told the applicant within five working days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) ended for want of correction: the days that the applicant had are over.</source>
        <translation>
            <numerusform>%n case ended for want of correction: the days that the applicant had are over.</numerusform>
            <numerusform>%n cases ended for want of correction: the days that the applicant had are over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hall::DefinitionsPage</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file is not published: it has %n finding(s), listed below.</source>
        <translation>
            <numerusform>The file is not published: it has %n finding, listed below.</numerusform>
            <numerusform>The file is not published: it has %n findings, listed below.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hall::DeliveryPage</name>
    <message numerus="yes">
        <source>%n result(s) ready</source>
        <translation>
            <numerusform>%n result ready</numerusform>
            <numerusform>%n results ready</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hall::DiagnosticsPage</name>
    <message numerus="yes">
        <source>%n difference(s); rebuild the lists</source>
        <translation>
            <numerusform>%n difference; rebuild the lists</numerusform>
            <numerusform>%n differences; rebuild the lists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hall::DuplicatesDialog</name>
    <message numerus="yes">
        <source>%n possible applicant(s)</source>
        <translation>
            <numerusform>%n possible applicant</numerusform>
            <numerusform>%n possible applicants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hall::FeesPage</name>
    <message numerus="yes">
        <source>%n fee line(s)</source>
        <translation>
            <numerusform>%n fee line</numerusform>
            <numerusform>%n fee lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hall::FigureCasesDialog</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hall::JoinBox</name>
    <message numerus="yes">
        <source>About %n minute(s) left</source>
        <translation>
            <numerusform>About %n minute left</numerusform>
            <numerusform>About %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hall::LooksPanel</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n view(s)</source>
        <translation>
            <numerusform>%n view</numerusform>
            <numerusform>%n views</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hall::PagesBox</name>
    <message numerus="yes">
        <source>%n scanned file(s) wait until an item is chosen.</source>
        <translation>
            <numerusform>%n scanned file wait until an item is chosen.</numerusform>
            <numerusform>%n scanned files wait until an item is chosen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Line %1: %n page(s)</source>
        <translation>
            <numerusform>Line %1: %n page</numerusform>
            <numerusform>Line %1: %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n page(s) off this case?</source>
        <translation>
            <numerusform>Take %n page off this case?</numerusform>
            <numerusform>Take %n pages off this case?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hall::ReceiptsBox</name>
    <message numerus="yes">
        <source>%n receipt(s) that stand, %1 together</source>
        <translation>
            <numerusform>%n receipt that stand, %1 together</numerusform>
            <numerusform>%n receipts that stand, %1 together</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n given back, %1</source>
        <translation>
            <numerusform>; %n given back, %1</numerusform>
            <numerusform>; %n given back, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) found</source>
        <translation>
            <numerusform>%n receipt found</numerusform>
            <numerusform>%n receipts found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hall::SearchPage</name>
    <message numerus="yes">
        <source>The %n newest case(s)</source>
        <translation>
            <numerusform>The %n newest case</numerusform>
            <numerusform>The %n newest cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n case(s); type more to narrow it down</source>
        <translation>
            <numerusform>The first %n case; type more to narrow it down</numerusform>
            <numerusform>The first %n cases; type more to narrow it down</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hall::SignInPage</name>
    <message numerus="yes">
        <source>Wait %n second(s)</source>
        <translation>
            <numerusform>Wait %n second</numerusform>
            <numerusform>Wait %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hall::StaffPage</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n persons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hall::TakeBox</name>
    <message numerus="yes">
        <source>%n slip(s) to be paid</source>
        <translation>
            <numerusform>%n slip to be paid</numerusform>
            <numerusform>%n slips to be paid</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hall::TownSearchDialog</name>
    <message numerus="yes">
        <source>%n case(s); this search was written down</source>
        <translation>
            <numerusform>%n case; this search was written down</numerusform>
            <numerusform>%n cases; this search was written down</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hall::UnsentDialog</name>
    <message numerus="yes">
        <source>%n act(s)</source>
        <translation>
            <numerusform>%n act</numerusform>
            <numerusform>%n acts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hall::UpstairsPage</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) wait</source>
        <translation>
            <numerusform>%n file wait</numerusform>
            <numerusform>%n files wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) of this file are not on this computer yet. It can be signed when they are here.</source>
        <translation>
            <numerusform>%n page of this file are not on this computer yet. It can be signed when they are here.</numerusform>
            <numerusform>%n pages of this file are not on this computer yet. It can be signed when they are here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hall::WaitingPapersButton</name>
    <message numerus="yes">
        <source>%n paper(s) not in hand (%1)</source>
        <translation>
            <numerusform>%n paper not in hand (%1)</numerusform>
            <numerusform>%n papers not in hand (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) not in hand</source>
        <translation>
            <numerusform>%n paper not in hand</numerusform>
            <numerusform>%n papers not in hand</numerusform>
        </translation>
    </message>
</context>
</TS>
