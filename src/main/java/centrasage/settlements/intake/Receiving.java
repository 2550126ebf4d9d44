package centrasage.settlements.intake;

import centrasage.settlements.file.Batch;
import centrasage.settlements.file.BatchSums;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.store.SettlementBatches;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The batches of one file while its lines come: they are written some thousand at a time, each time in a transaction of its own. */
final class Receiving {
    private static final int AT_ONCE = 5_000;

    private final SettlementBatches batches;
    private final boolean byMonth;
    private final Writing write;
    private final Map<SettlementKey, Part> parts = new LinkedHashMap<>();

    /** @param byMonth whether each batch is to know what of it is of which month */
    Receiving(SettlementBatches batches, boolean byMonth, Writing write) {
        this.batches = batches;
        this.byMonth = byMonth;
        this.write = write;
    }

    /** Writes lines down, in a transaction of its own. */
    interface Writing {
        /**
         * @param batch its id
         * @param before how many lines of it are written already
         */
        void write(long batch, long before, List<SettlementLine> lines);
    }

    /** One batch of the file. */
    static final class Part {
        private final long id;
        private final boolean byMonth;
        private final List<SettlementLine> waiting = new ArrayList<>();
        private final BatchSums.Adding sums = new BatchSums.Adding();
        private final LineDigest digest = new LineDigest();
        private long written;

        private Part(long id, boolean byMonth) {
            this.id = id;
            this.byMonth = byMonth;
        }

        long id() {
            return id;
        }

        BatchSums sums() {
            return byMonth ? sums.byMonth() : sums.sums();
        }

        String contentHash() {
            return digest.hex();
        }
    }

    void take(SettlementLine line) {
        Part part = part(line.batch());
        part.sums.add(line);
        part.digest.add(line);
        part.waiting.add(line);
        if (part.waiting.size() == AT_ONCE) {
            flush(part);
        }
    }

    private void flush(Part part) {
        write.write(part.id, part.written, part.waiting);
        part.written += part.waiting.size();
        part.waiting.clear();
    }

    /** All lines have come: what waits is written, and a batch without lines is begun. */
    void end(List<Batch> read) {
        read.forEach(batch -> part(batch.key()));
        parts.values().stream().filter(part -> !part.waiting.isEmpty()).forEach(this::flush);
    }

    Part part(SettlementKey key) {
        return parts.computeIfAbsent(key, each -> new Part(batches.begin(each), byMonth));
    }
}
