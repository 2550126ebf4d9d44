package centrasage.orders.plan;

import centrasage.flow.Side;
import centrasage.flow.TargetUnavailable;
import centrasage.flow.event.SideHeard;
import centrasage.mapping.MappingFaults;
import centrasage.sage200.Site;
import centrasage.sage200.client.read.SiteReader;
import centrasage.sync.posting.Planned;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The Sage companies of one run, each read once. The usual one must answer, or the run fails. Another one that does not answer,
 * to whatever question, is asked no more in this run: its orders wait for the next one, and keep nobody else waiting.
 */
final class RunCompanies {
    private static final Logger LOG = Logger.getLogger(RunCompanies.class.getName());

    private final SiteReader reader;
    private final String usual;
    private final Consumer<SideHeard> heard;
    private final Map<String, Site> sites = new HashMap<>();
    private final Set<String> silent = new HashSet<>();

    /** @param heard told which company does not answer, while the usual one does */
    RunCompanies(SiteReader reader, String usual, Consumer<SideHeard> heard) {
        this.reader = reader;
        this.usual = usual;
        this.heard = heard;
    }

    /** Plans one order, and may ask its company for more. */
    @FunctionalInterface
    interface Planning {
        Planned by(Site site) throws TargetUnavailable, MappingFaults;
    }

    /**
     * The plan of an order of this company; null where it waits, because another company than the usual one does not answer. The
     * usual one is read first: where it is a wrong one, no company is known to be right.
     *
     * @throws TargetUnavailable when the usual company does not answer
     */
    @Nullable
    Planned planned(String company, Planning planning) throws TargetUnavailable, MappingFaults {
        Site first = site(usual);
        if (company.equals(usual)) {
            return planning.by(first);
        }
        if (silent.contains(company)) {
            return null;
        }
        try {
            return planning.by(site(company));
        } catch (TargetUnavailable e) {
            LOG.log(Level.WARNING, e, () -> "orders of Sage company " + company + " wait for the next run");
            silent.add(company);
            heard.accept(SideHeard.refuses(Side.SAGE_200, company, String.valueOf(e.getMessage())));
            return null;
        }
    }

    private Site site(String company) throws TargetUnavailable {
        Site read = sites.get(company);
        if (read == null) {
            read = reader.read(company);
            sites.put(company, read);
        }
        return read;
    }
}
