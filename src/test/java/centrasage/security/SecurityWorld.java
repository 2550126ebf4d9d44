package centrasage.security;

import centrasage.sync.record.AuditEntry;
import centrasage.sync.store.JpaWorld;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The users in the store on H2, with a clock that is moved by hand. */
final class SecurityWorld {
    final JpaWorld store;
    final PlainHash hash = new PlainHash(this::isInTransaction);
    final Users users;
    final LockOuts lockOuts;
    final Credentials credentials;
    final SignInTrail trail;
    private Instant now = Instant.parse("2026-11-23T09:00:00Z");
    final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    SecurityWorld() {
        this(new JpaWorld(Duration.ofMinutes(10)));
    }

    SecurityWorld(JpaWorld store) {
        this.store = store;
        users = users(Optional.empty());
        lockOuts = store.transactions().bean(LockOuts.class, store.entities(), store.time(), store.audit());
        credentials = new Credentials(users, lockOuts, clock);
        trail = new SignInTrail(store.audit(), clock);
    }

    /** @param configured the administrator's password, where the configuration says it */
    Users users(Optional<String> configured) {
        return store.transactions().bean(Users.class, store.entities(), hash, store.time(), store.audit(), configured);
    }

    Passwords passwords(Optional<String> configured) {
        Users theirs = users(configured);
        return new Passwords(
                theirs,
                new Credentials(theirs, lockOuts, clock),
                new Sessions(theirs, clock, Duration.ofHours(1), Duration.ofHours(12)));
    }

    private boolean isInTransaction() {
        try {
            return store.entities().isOpen();
        } catch (IllegalStateException e) {
            return false;
        }
    }

    void advance(Duration length) {
        now = now.plus(length);
        store.advance(length);
    }

    List<String> actions(String name) {
        return store.audit().of("user/" + name).stream().map(AuditEntry::action).toList();
    }
}
