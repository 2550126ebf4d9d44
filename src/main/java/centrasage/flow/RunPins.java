package centrasage.flow;

import java.util.Optional;

/** By which version of the mappings each start of a job began to plan, so that its restarts go on by the same one. */
public interface RunPins {

    /** Empty before it has begun to plan. */
    Optional<Integer> pinned(long instance);

    void pin(long instance, int version);

    /**
     * Whether plans of this kind of document are made by these mappings now.
     *
     * @param hash of the mappings' content
     */
    boolean arePlannedBy(String kind, String hash);
}
