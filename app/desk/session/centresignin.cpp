#include "desk/session/centresignin.h"

#include "store/store.h"
#include "sync/api/centrelink.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QFuture<Result<SignInWay>> answered(const Result<SignInWay> &result)
{
    return QtFuture::makeReadyFuture(result);
}

Result<SignInWay> offlineAnswer(const Result<Done> &result)
{
    if (result.ok())
        return SignInWay::WithoutCentre;
    if (result.error().kind == ErrorKind::NotFound)
        return Error{ErrorKind::SignInExpired, u"never"_s};
    return result.error();
}

} // namespace

QFuture<Result<SignInWay>> countedTry(Store &store, const QString &code,
                                      const std::function<QFuture<Result<SignInWay>>()> &check)
{
    return store.write([code](WriteTx &tx) { return countTry(tx, code); })
        .then([&store, code, check](const Result<int> &counted) {
            if (!counted.ok())
                return answered(counted.error());
            return check()
                .then([&store, code, wait = counted.value()](const Result<SignInWay> &result) {
                    if (!result.ok() && result.error().kind == ErrorKind::WrongPassword)
                        return answered(Error{ErrorKind::WrongPassword, QString::number(wait)});
                    return store.write([code](WriteTx &tx) { return forgetTries(tx, code); })
                        .then([result](const Result<Done> &) { return result; });
                })
                .unwrap();
        })
        .unwrap();
}

QFuture<Result<SignInWay>> signInAtCentre(const Workplace &place, const QString &code,
                                          const QString &password)
{
    CentreLink &centre = place.centre;
    return countedTry(place.store, code, [&centre, code, password] {
        return centre.signIn(code, password)
            .then([&centre, code, password](const Result<SignInReply> &reply) {
                if (reply.ok())
                    return answered(SignInWay::Centre);
                if (reply.error().kind != ErrorKind::CentreUnreachable)
                    return answered(reply.error());
                return centre.signInOffline(code, password).then(offlineAnswer);
            })
            .unwrap();
    });
}

QFuture<Result<SignInWay>> proveAtCentre(const Workplace &place, const QString &code,
                                         const QString &password)
{
    CentreLink &centre = place.centre;
    return countedTry(place.store, code, [&centre, code, password] {
        return centre.prove(code, password).then(offlineAnswer);
    });
}

} // namespace hall
