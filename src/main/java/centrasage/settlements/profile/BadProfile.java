package centrasage.settlements.profile;

import centrasage.flow.Explained;
import centrasage.settlements.file.Fault;
import java.util.List;
import java.util.stream.Collectors;

/** A profile that says too little, or what is no profile: all that is wrong with it at once. */
public final class BadProfile extends Exception implements Explained {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /** @param faults each with its key as the column */
    BadProfile(String name, List<Fault> faults) {
        super(faults.stream().map(fault -> name + ", " + fault).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
