package centrasage.security;

import centrasage.security.SignInTrail.Way;
import centrasage.security.openid.ComingBack;
import centrasage.security.openid.Identity;
import centrasage.security.openid.OpenId;
import centrasage.security.openid.Returned;
import centrasage.security.openid.Returned.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;

/** Lets people in whom the company's provider knows, and says why not; with the trail of both. */
@ApplicationScoped
class ProviderUsers {
    private static final Logger LOG = Logger.getLogger(ProviderUsers.class.getName());

    /** Anybody can call our address with anything: that is no news. */
    private static final Set<Kind> STRANGERS = Set.of(Kind.NOT_OURS, Kind.OTHER_BROWSER, Kind.TOO_OLD, Kind.DENIED);

    private OpenId openId;
    private ProviderAccounts accounts;
    private Users users;
    private SignInTrail trail;

    @SuppressWarnings("NullAway.Init")
    ProviderUsers() {}

    @Inject
    ProviderUsers(OpenId openId, ProviderAccounts accounts, Users users, SignInTrail trail) {
        this.openId = openId;
        this.accounts = accounts;
        this.users = users;
        this.trail = trail;
    }

    /**
     * What became of it.
     *
     * @param account empty where nobody is let in
     */
    record Entry(Returned returned, Optional<Account> account) {
        static Entry refused(Returned.Refused refused) {
            return new Entry(refused, Optional.empty());
        }
    }

    Entry enter(ComingBack back, String address) {
        return openId.complete(back).match(known -> entered(known, address), refused -> {
            if (!STRANGERS.contains(refused.kind())) {
                LOG.warning(() -> "nobody was let in from the company's sign-in: " + refused.words());
            }
            return Entry.refused(refused);
        });
    }

    private Entry entered(Returned.Known known, String address) {
        Identity identity = known.identity();
        Optional<Kind> obstacle = accounts.take(identity);
        if (obstacle.isPresent()) {
            trail.refusedByProvider(identity.name(), obstacle.get(), address);
            return Entry.refused(new Returned.Refused(obstacle.get(), identity.name()));
        }
        Optional<Account> account = users.account(identity.name());
        account.ifPresent(one -> trail.signedIn(one, Way.PROVIDER, address));
        return new Entry(known, account);
    }
}
