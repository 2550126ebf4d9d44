package centrasage.flow.event;

/** What a {@link SystemFinding} told of this subject is over by itself; observed in the same transaction. */
public record SystemMended(SystemFinding.Kind kind, String subject) {}
