package centrasage.mapping;

import centrasage.flow.Explained;
import java.util.List;
import java.util.stream.Collectors;

/** The mapping files cannot be used: everything that is wrong with them, at once. */
public final class MappingFaults extends Exception implements Explained {
    private static final long serialVersionUID = 1L;

    private final transient List<MappingFault> faults;

    MappingFaults(List<MappingFault> faults) {
        super(faults.stream().map(MappingFault::toString).collect(Collectors.joining(System.lineSeparator())));
        this.faults = List.copyOf(faults);
    }

    public List<MappingFault> faults() {
        return faults;
    }
}
