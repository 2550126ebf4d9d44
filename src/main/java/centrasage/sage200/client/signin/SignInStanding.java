package centrasage.sage200.client.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * How an administrator's sign-in to Sage 200 stands at one moment.
 *
 * @param consent empty where there never was one, or it cannot be read
 */
public record SignInStanding(State state, Optional<Consent> consent) {
    private static final int WARNING_DAYS = 14;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    public enum State {
        /** {@code sage200.auth} needs no person's consent. */
        NOT_NEEDED,
        NEVER,
        GOOD,
        ENDS_SOON,
        ENDED,
        /** Sage ID takes the tokens no more, although their day has not come. */
        LOST,
        /** What the store holds cannot be deciphered or understood. */
        UNREADABLE
    }

    /**
     * What a person agreed to.
     *
     * @param by the sign-in name; empty where it was not kept
     * @param endDay the day of {@code endsAt} where the business is
     * @param daysLeft whole days, 0 on the last one and after it
     */
    public record Consent(Instant at, String by, Instant endsAt, LocalDate endDay, long daysLeft) {}

    static SignInStanding without(State state) {
        return new SignInStanding(state, Optional.empty());
    }

    /** @param lost whether Sage ID was heard to take these tokens no more */
    static SignInStanding of(Grant grant, boolean lost, SignInSettings settings, Instant now) {
        Instant end =
                grant.consentedAt().atZone(ZoneOffset.UTC).plus(settings.life()).toInstant();
        long daysLeft = Math.max(0, Duration.between(now, end).toDays());
        Consent consent = new Consent(
                grant.consentedAt(),
                grant.consentedBy(),
                end,
                end.atZone(settings.zone()).toLocalDate(),
                daysLeft);
        return new SignInStanding(state(lost, now.isBefore(end), daysLeft), Optional.of(consent));
    }

    private static State state(boolean lost, boolean before, long daysLeft) {
        if (!before) {
            return State.ENDED;
        }
        if (lost) {
            return State.LOST;
        }
        return daysLeft <= WARNING_DAYS ? State.ENDS_SOON : State.GOOD;
    }

    /** Whether nothing can be posted before an administrator has connected. */
    public boolean isBlocking() {
        return switch (state) {
            case NEVER, ENDED, LOST, UNREADABLE -> true;
            case NOT_NEEDED, GOOD, ENDS_SOON -> false;
        };
    }

    /** Whole days until an administrator must have connected again: 0 where one must now; empty where nobody ever must. */
    public Optional<Long> daysLeft() {
        if (state == State.NOT_NEEDED) {
            return Optional.empty();
        }
        return Optional.of(isBlocking() ? 0 : consent.map(Consent::daysLeft).orElse(0L));
    }

    /** What people should be told now; empty while there is nothing to do. */
    public Optional<String> warning() {
        String must = "an administrator must press Connect to Sage";
        String day = consent.map(known -> DAY.format(known.endDay())).orElse("");
        return switch (state) {
            case NOT_NEEDED, GOOD -> Optional.empty();
            case NEVER -> Optional.of("Nobody has signed in to Sage 200 yet: " + must);
            case ENDS_SOON -> Optional.of("The sign-in to Sage 200 ends on " + day + ": before then, " + must);
            case ENDED -> Optional.of("The sign-in to Sage 200 ended on " + day + ": " + must);
            case LOST ->
                Optional.of(
                        "Sage takes the sign-in to Sage 200 no more, although it was good until " + day + ": " + must);
            case UNREADABLE -> Optional.of("The stored sign-in to Sage 200 cannot be read: " + must);
        };
    }
}
