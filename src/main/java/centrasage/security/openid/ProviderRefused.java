package centrasage.security.openid;

import centrasage.security.openid.Returned.Kind;

/** The provider, or what it gave, lets nobody in. The message holds no token, no code and no secret. */
final class ProviderRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    ProviderRefused(Kind kind, String words) {
        super(words);
        this.kind = kind;
    }

    Returned.Refused refused() {
        return new Returned.Refused(kind, String.valueOf(getMessage()));
    }
}
