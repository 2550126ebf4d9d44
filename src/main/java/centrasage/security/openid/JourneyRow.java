package centrasage.security.openid;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A browser that was sent to the provider. */
@Entity
@Table(name = "sign_in_attempt")
@SuppressWarnings("NullAway.Init")
class JourneyRow {
    @Id
    @Column(name = "state_hash")
    private String stateHash;

    @Column(name = "browser_hash")
    private String browserHash;

    private String nonce;
    private String verifier;
    private String wanted;

    @Column(name = "begun_at")
    private Instant begunAt;

    JourneyRow() {}

    JourneyRow(Attempt attempt) {
        stateHash = Attempt.hash(attempt.state());
        browserHash = Attempt.hash(attempt.browser());
        nonce = attempt.nonce();
        verifier = attempt.verifier();
        wanted = attempt.wanted();
    }

    void begun(Instant now) {
        begunAt = now;
    }

    Instant begunAt() {
        return begunAt;
    }

    boolean isFrom(String browser) {
        return browserHash.equals(Attempt.hash(browser));
    }

    Attempt toAttempt(String state, String browser) {
        return new Attempt(state, browser, nonce, verifier, wanted);
    }
}
