package centrasage.settlements.read;

import centrasage.settlements.file.Fault;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Finds out whose file it is. */
public final class Readers {
    private final List<SettlementReader> readers;

    public Readers(List<SettlementReader> readers) {
        this.readers = List.copyOf(readers);
    }

    /**
     * Who reads this file.
     *
     * @throws UnreadableFile when it is nobody's, or more than one would read it: whose it is is never guessed
     * @throws IOException when its bytes cannot be read now
     */
    public SettlementReader of(Source source) throws IOException, UnreadableFile {
        Head head = Head.withFirstRow(source);
        List<SettlementReader> fitting = fitting(head);
        if (fitting.isEmpty()) {
            throw new UnreadableFile(nobodys(head));
        }
        if (fitting.size() > 1) {
            throw new UnreadableFile(Fault.ofBatch(
                    "it may be a file of more than one provider (" + names(fitting) + ")",
                    "Make the profiles in settlements.profiles tell their files apart"));
        }
        return fitting.get(0);
    }

    /**
     * Whether this file says something, and nobody here reads it.
     *
     * @throws IOException when its bytes cannot be read now
     */
    public boolean isStrange(Source source) throws IOException {
        Head head = Head.withFirstRow(source);
        return !head.isBlank() && fitting(head).isEmpty();
    }

    private List<SettlementReader> fitting(Head head) {
        return readers.stream().filter(reader -> reader.reads(head)).toList();
    }

    private Fault nobodys(Head head) {
        if (head.isBlank()) {
            return Fault.ofBatch("it is empty", "Download the file from the provider again");
        }
        return readers.stream()
                .map(reader -> reader.nearly(head))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> Fault.ofBatch(
                        "it is no settlement file of a provider that is known here (" + names(readers) + ")",
                        "Download the file again as the provider's guide in docs/settlements.md says, or describe it by a"
                                + " profile"));
    }

    private static String names(List<SettlementReader> some) {
        return String.join(
                ", ", some.stream().map(SettlementReader::psp).distinct().toList());
    }
}
