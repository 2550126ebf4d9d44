package centrasage.sync.posting;

import centrasage.flow.Finding;
import centrasage.flow.Partner;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Sought;
import centrasage.flow.Target;
import centrasage.flow.TargetUnavailable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Asks the other sides for the keys of many postings, each partner and kind by itself. */
final class LookUp {
    private static final Logger LOG = Logger.getLogger(LookUp.class.getName());

    private final Map<PostingKind, Target> targets;

    LookUp(Map<PostingKind, Target> targets) {
        this.targets = Map.copyOf(targets);
    }

    /** What all partners have but those that do not answer, which join the silent ones. */
    Map<PostingKey, Finding> find(List<Claimed> page, Map<Partner, String> silent) {
        Map<Partner, List<Sought>> byPartner =
                page.stream().map(Claimed::sought).collect(Collectors.groupingBy(sought -> Partner.of(sought.key())));
        Map<PostingKey, Finding> findings = new HashMap<>();
        byPartner.forEach((partner, sought) -> {
            try {
                findings.putAll(find(sought));
            } catch (TargetUnavailable e) {
                silent.put(partner, String.valueOf(e.getMessage()));
            }
        });
        return findings;
    }

    private Map<PostingKey, Finding> find(List<Sought> sought) throws TargetUnavailable {
        Map<PostingKind, List<Sought>> byKind =
                sought.stream().collect(Collectors.groupingBy(each -> each.key().kind()));
        Map<PostingKey, Finding> findings = new HashMap<>();
        for (Map.Entry<PostingKind, List<Sought>> kind : byKind.entrySet()) {
            findings.putAll(find(target(kind.getKey()), kind.getValue()));
        }
        return findings;
    }

    /** One command that cannot be looked for must not keep all others waiting. */
    private static Map<PostingKey, Finding> find(Target target, List<Sought> sought) throws TargetUnavailable {
        try {
            return target.find(sought);
        } catch (RuntimeException e) {
            if (sought.size() == 1) {
                LOG.log(Level.WARNING, e, () -> sought.get(0).key() + " cannot be looked for");
                return Map.of();
            }
            Map<PostingKey, Finding> findings = new HashMap<>();
            for (Sought one : sought) {
                findings.putAll(find(target, List.of(one)));
            }
            return findings;
        }
    }

    /** What was found for one of them. */
    static Finding of(Claimed claimed, Map<PostingKey, Finding> findings) {
        return findings.getOrDefault(
                claimed.command().key(), new Finding.Undecidable("the other side was not asked for this key"));
    }

    Target target(PostingKind kind) {
        Target target = targets.get(kind);
        if (target == null) {
            throw new IllegalStateException("nothing writes postings of kind " + kind);
        }
        return target;
    }
}
