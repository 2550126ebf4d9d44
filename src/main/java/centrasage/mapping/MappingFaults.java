package centrasage.mapping;

import centrasage.flow.Explained;
import java.util.List;
import java.util.stream.Collectors;

/** The mapping files cannot be used: everything that is wrong with them, at once. */
public final class MappingFaults extends Exception implements Explained {
    private static final long serialVersionUID = 1L;

    private final transient List<MappingFault> faults;

    MappingFaults(List<MappingFault> faults) {
        this("", faults);
    }

    private MappingFaults(String where, List<MappingFault> faults) {
        super(faults.stream().map(fault -> where + fault).collect(Collectors.joining(System.lineSeparator())));
        this.faults = List.copyOf(faults);
    }

    /** The same, told as faults of a version that is kept, as opposed to those of a folder: {@code version 2 of the mappings, vat.csv}. */
    public MappingFaults ofVersion(int number) {
        return new MappingFaults("version " + number + " of the mappings, ", faults);
    }

    public List<MappingFault> faults() {
        return faults;
    }
}
