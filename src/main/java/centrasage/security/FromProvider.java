package centrasage.security;

import centrasage.security.openid.ComingBack;
import jakarta.security.enterprise.credential.Credential;

/** What a browser brings back from the company's provider, as a proof of who is there. */
public record FromProvider(ComingBack back) implements Credential {
    @Override
    public boolean isCleared() {
        return false;
    }

    @Override
    public void clear() {
        // the code is worth nothing after its one use
    }

    @Override
    public boolean isValid() {
        return true;
    }
}
