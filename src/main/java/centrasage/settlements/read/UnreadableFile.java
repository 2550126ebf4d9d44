package centrasage.settlements.read;

import centrasage.flow.Explained;
import centrasage.settlements.file.Fault;

/** A file of which no line can be trusted, so that nothing of it is taken. */
public final class UnreadableFile extends Exception implements Explained {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    public UnreadableFile(Fault fault) {
        super(fault.toString());
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
