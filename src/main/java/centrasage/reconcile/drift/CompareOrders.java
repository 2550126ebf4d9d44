package centrasage.reconcile.drift;

import centrasage.desk.Drift;
import centrasage.desk.DriftBook;
import centrasage.desk.DriftBook.Known;
import centrasage.flow.TargetUnavailable;
import centrasage.sync.runs.Failing;
import centrasage.sync.runs.RunCounts;
import centrasage.sync.store.GivingUp;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * The step of the job {@code order-drift}: reads our orders back from Sage 200, and tells people how they differ from what was
 * posted. When Sage cannot be read it fails, and nobody is told anything.
 */
@Named
@Dependent
public class CompareOrders extends AbstractBatchlet {
    private final OrderReadBack readBack;
    private final Strays strays;
    private final DriftBook book;
    private final GivingUp waiting;
    private final RunCounts counts;
    private final JobContext context;
    private final Clock clock;
    private final DriftSettings settings;
    private volatile boolean stopped;

    @Inject
    CompareOrders(
            OrderReadBack readBack,
            Strays strays,
            DriftBook book,
            GivingUp waiting,
            RunCounts counts,
            JobContext context,
            Clock clock,
            Config config) {
        this(readBack, strays, book, waiting, counts, context, clock, DriftSettings.of(config));
    }

    CompareOrders(
            OrderReadBack readBack,
            Strays strays,
            DriftBook book,
            GivingUp waiting,
            RunCounts counts,
            JobContext context,
            Clock clock,
            DriftSettings settings) {
        this.readBack = readBack;
        this.strays = strays;
        this.book = book;
        this.waiting = waiting;
        this.counts = counts;
        this.context = context;
        this.clock = clock;
        this.settings = settings;
    }

    /** @throws TargetUnavailable when Sage cannot be read, or is not the Sage that we posted to */
    @Override
    public String process() throws TargetUnavailable {
        return Failing.telling(context, this::compare);
    }

    /** Each company by itself: one that cannot be read does not hide what is found in the others. */
    private String compare() throws TargetUnavailable {
        Map<String, List<Known>> known = book.known().stream()
                .collect(Collectors.groupingBy(each -> each.key().company()));
        Set<Long> onceOff = book.onceOff();
        Set<String> companies = new TreeSet<>(strays.companies(settings.company(), settings.firstDay(clock)));
        companies.addAll(known.keySet());
        Map<String, TargetUnavailable> silent = new TreeMap<>();
        for (String company : companies) {
            try {
                compare(company, new Round(known.getOrDefault(company, List.of()), onceOff));
            } catch (TargetUnavailable e) {
                silent.put(company, e);
            }
        }
        if (stopped) {
            return "STOPPED";
        }
        mustAllHaveAnswered(companies, silent);
        return "COMPLETED";
    }

    private void compare(String company, Round round) throws TargetUnavailable {
        LocalDate first = settings.firstDay(clock);
        LocalDate last = settings.today(clock).plusDays(1);
        readBack.days(company, first, last, round, () -> stopped);
        readBack.postings(company, round.left(), round, () -> stopped);
        if (settings.live()) {
            strays(company, first, last, round);
        }
        if (stopped) {
            return;
        }
        mustBeOurSage(round);
        book.write(round.found(), round.unsure(), round.over(), round.putRight());
        if (settings.live()) {
            round.corrections().forEach(correction -> waiting.lookAgain(correction, "order-drift"));
        }
        counts.add(context.getExecutionId(), round.counts());
    }

    private void strays(String company, LocalDate first, LocalDate last, Round round) throws TargetUnavailable {
        List<Drift> unexpected = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last) && !stopped; day = day.plusDays(1)) {
            Strays.Found found = strays.ofDay(company, day, settings);
            readBack.postings(company, found.postings(), round, () -> stopped);
            unexpected.addAll(found.unexpected());
        }
        unexpected.forEach(round::found);
        for (Known known : round.unexpected()) {
            if (strays.isOver(known)) {
                round.over(known);
            }
        }
    }

    private static void mustAllHaveAnswered(Set<String> companies, Map<String, TargetUnavailable> silent)
            throws TargetUnavailable {
        if (silent.isEmpty()) {
            return;
        }
        if (companies.size() == 1) {
            throw silent.values().iterator().next();
        }
        throw new TargetUnavailable(silent.entrySet().stream()
                .map(each -> "company " + each.getKey() + ": " + each.getValue().getMessage())
                .collect(Collectors.joining("; ", "Not every company could be compared. ", "")));
    }

    private static void mustBeOurSage(Round round) throws TargetUnavailable {
        Optional<String> most = round.mostMissing();
        if (most.isPresent()) {
            throw new TargetUnavailable(
                    "Sage 200 does not hold " + most.get()
                            + ": it was put back to an earlier day, or sage200.url, sage200.site or"
                            + " sage200.company name another one. Nobody was told of single orders; see docs/operations/restore.md");
        }
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
