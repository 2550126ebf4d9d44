package centrasage.orders.writeback;

import centrasage.centra.client.CentraNumbers;
import centrasage.flow.TargetUnavailable;
import centrasage.sync.numbers.NumberToTell;
import centrasage.sync.numbers.NumbersToTell;
import centrasage.sync.runs.Failing;
import centrasage.sync.runs.RunCounts;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The step of the job {@code write-back}: tells Centra the numbers that its orders have in Sage 200. It comes last of all that
 * writes to Centra: it stops as soon as half of a quota is used, by whomever, and goes on with the next run.
 */
@Named
@Dependent
public class WriteBack extends AbstractBatchlet {
    static final int BATCH = 50;
    static final int TRIES_MAX = 5;

    private static final Duration RETRY = Duration.ofHours(1);

    private final NumbersToTell numbers;
    private final CentraNumbers centra;
    private final WriteBackSettings settings;
    private final RunCounts counts;
    private final JobContext context;
    private final List<String> rejections = new ArrayList<>();
    private long told;
    private volatile boolean stopped;

    @Inject
    WriteBack(
            NumbersToTell numbers,
            CentraNumbers centra,
            WriteBackSettings settings,
            RunCounts counts,
            JobContext context) {
        this.numbers = numbers;
        this.centra = centra;
        this.settings = settings;
        this.counts = counts;
        this.context = context;
    }

    /** @throws TargetUnavailable when Centra cannot be asked, or takes none: what is left waits for the next run */
    @Override
    public String process() throws TargetUnavailable {
        return Failing.telling(context, this::write);
    }

    private String write() throws TargetUnavailable {
        if (!settings.on()) {
            return "COMPLETED";
        }
        try {
            List<NumberToTell> batch = next();
            while (!batch.isEmpty() && !stopped) {
                write(batch);
                batch = next();
            }
        } finally {
            counts.add(context.getExecutionId(), Map.of("told", told, "rejected", (long) rejections.size()));
        }
        if (told == 0 && !rejections.isEmpty()) {
            throw noneTaken();
        }
        return stopped ? "STOPPED" : "COMPLETED";
    }

    /** What is due and fits into what others leave; nothing is asked of Centra where nothing is due. */
    private List<NumberToTell> next() throws TargetUnavailable {
        List<NumberToTell> due = numbers.due(BATCH);
        if (due.isEmpty()) {
            return due;
        }
        return due.subList(0, (int) Math.min(room(), due.size()));
    }

    /** As if each order of a batch counted for a mutation of its own: whether Centra counts so is not documented. */
    private long room() throws TargetUnavailable {
        int writesEach = settings.externalId() && settings.inAttribute() ? 2 : 1;
        return centra.room() / writesEach;
    }

    /** Where Centra will not take all of a batch, it does not say which: then each goes alone. */
    private void write(List<NumberToTell> batch) throws TargetUnavailable {
        List<String> rejected = send(batch);
        if (rejected.isEmpty()) {
            numbers.told(batch);
            told += batch.size();
        } else if (batch.size() > 1) {
            alone(batch);
        } else {
            rejected(batch.get(0), String.join("; ", rejected));
        }
    }

    private void alone(List<NumberToTell> batch) throws TargetUnavailable {
        for (NumberToTell number : batch) {
            if (stopped || room() == 0) {
                return;
            }
            write(List.of(number));
        }
    }

    private List<String> send(List<NumberToTell> batch) throws TargetUnavailable {
        List<String> rejected = new ArrayList<>();
        if (settings.externalId()) {
            rejected.addAll(centra.externalIds(values(batch, number -> number.company() + "/" + number.number())));
        }
        if (settings.inAttribute()) {
            rejected.addAll(centra.assign(settings.attribute(), values(batch, NumberToTell::number)));
        }
        return rejected;
    }

    private static Map<Long, String> values(List<NumberToTell> batch, Function<NumberToTell, String> value) {
        Map<Long, String> values = new TreeMap<>();
        batch.forEach(number -> values.put(Long.parseLong(number.order()), value.apply(number)));
        return values;
    }

    private void rejected(NumberToTell number, String why) {
        rejections.add("order " + number.order() + ": " + why);
        if (number.tries() + 1 >= TRIES_MAX) {
            numbers.giveUp(number, why);
        } else {
            numbers.later(number, RETRY.multipliedBy(number.tries() + 1L));
        }
    }

    private TargetUnavailable noneTaken() {
        return new TargetUnavailable("Centra takes no number of Sage's (" + rejections.get(0)
                + "): check that the attribute of centra.write-back-attribute exists in AMS for orders, and that the token"
                + " may write it; it is tried again by itself, or set centra.write-back = off");
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
