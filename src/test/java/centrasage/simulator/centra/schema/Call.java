package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.limits.LimitExceeded;
import centrasage.simulator.centra.state.AccessToken;
import graphql.schema.DataFetchingEnvironment;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/** One request on its way through the schema: who asks, what it used, and whether a limit stopped it. */
public final class Call {
    private final AccessToken token;
    private final Set<String> permissionsUsed = new ConcurrentSkipListSet<>();
    private volatile int complexity;
    private volatile @Nullable LimitExceeded exceeded;

    public Call(AccessToken token) {
        this.token = token;
    }

    static Call of(DataFetchingEnvironment environment) {
        Call call = environment.getGraphQlContext().get(Call.class);
        if (call == null) {
            throw new IllegalStateException("executed without a call");
        }
        return call;
    }

    AccessToken token() {
        return token;
    }

    void used(String permission) {
        permissionsUsed.add(permission);
    }

    public Set<String> permissionsUsed() {
        return permissionsUsed;
    }

    public int complexity() {
        return complexity;
    }

    void complexity(int value) {
        complexity = value;
    }

    void exceeded(LimitExceeded limit) {
        exceeded = limit;
    }

    public @Nullable LimitExceeded exceeded() {
        return exceeded;
    }
}
