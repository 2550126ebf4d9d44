package centrasage.console.mappings.change;

import centrasage.mapping.MappingFault;
import centrasage.mapping.version.Edition;
import java.util.List;
import java.util.function.Function;

/** What would come of what somebody typed or proposed, if it were saved now. */
public sealed interface Change {

    <R> R match(
            Function<Nothing, R> nothing,
            Function<Overtaken, R> overtaken,
            Function<Faulty, R> faulty,
            Function<Ready, R> ready);

    /** It is in force already, or there is nothing. */
    record Nothing(int base) implements Change {
        @Override
        public <R> R match(
                Function<Nothing, R> nothing,
                Function<Overtaken, R> overtaken,
                Function<Faulty, R> faulty,
                Function<Ready, R> ready) {
            return nothing.apply(this);
        }
    }

    /**
     * Somebody else has changed the same files since.
     *
     * @param files that both changed
     * @param inForce the version that is in force now
     */
    record Overtaken(List<String> files, int inForce) implements Change {
        public Overtaken {
            files = List.copyOf(files);
        }

        @Override
        public <R> R match(
                Function<Nothing, R> nothing,
                Function<Overtaken, R> overtaken,
                Function<Faulty, R> faulty,
                Function<Ready, R> ready) {
            return overtaken.apply(this);
        }
    }

    /** It cannot be used as it is: everything that is wrong with it. */
    record Faulty(List<MappingFault> faults) implements Change {
        public Faulty {
            faults = List.copyOf(faults);
        }

        @Override
        public <R> R match(
                Function<Nothing, R> nothing,
                Function<Overtaken, R> overtaken,
                Function<Faulty, R> faulty,
                Function<Ready, R> ready) {
            return faulty.apply(this);
        }
    }

    /** It could be saved. */
    record Ready(Edition edition) implements Change {
        @Override
        public <R> R match(
                Function<Nothing, R> nothing,
                Function<Overtaken, R> overtaken,
                Function<Faulty, R> faulty,
                Function<Ready, R> ready) {
            return ready.apply(this);
        }
    }
}
