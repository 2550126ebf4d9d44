package centrasage.sync.posting;

/** What an unfinished posting waits for: to be posted by a lane, or to be resolved by reading the other side back. */
public enum Purpose {
    POST,
    RESOLVE
}
