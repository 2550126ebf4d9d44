package centrasage.settlements.read;

import centrasage.settlements.file.Fault;

/** A cell, or a row, that is not what it must be; its batch is stopped. */
public final class BadCell extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    public BadCell(Fault fault) {
        super(fault.toString(), null, false, false);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
