package centrasage.console.api.mappings;

import centrasage.console.api.problem.Problem;
import centrasage.console.api.problem.Refusal;
import centrasage.console.mappings.change.Saving;
import centrasage.flow.MappingTexts.Version;
import centrasage.flow.OrderName;
import centrasage.mapping.MappingFault;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.Edition;
import centrasage.mapping.version.MappingSeed;
import centrasage.mapping.version.MappingVersions;
import centrasage.sync.changes.Proposal;
import centrasage.sync.staging.PlanBasis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes a version of the mappings as somebody wishes it, or says why not. */
@ApplicationScoped
class NewVersion {
    private static final String SEED = "seed";
    private static final int NOTE_LENGTH = 800;

    private MappingVersions versions;
    private BaseVersion baseVersion;
    private MappingSeed seed;
    private PlanBasis basis;
    private Saving saving;

    @SuppressWarnings("NullAway.Init")
    NewVersion() {}

    @Inject
    NewVersion(MappingVersions versions, BaseVersion baseVersion, MappingSeed seed, PlanBasis basis, Saving saving) {
        this.versions = versions;
        this.baseVersion = baseVersion;
        this.seed = seed;
        this.basis = basis;
        this.saving = saving;
    }

    /**
     * What somebody asked for in the address.
     *
     * @param from {@code seed}, or the number of an older version; null where files are sent
     * @param base the version that the change was made from; null where the header names it
     * @param note null where there is none
     */
    record Wish(
            @Nullable String from,
            @Nullable String base,
            boolean dryRun,
            @Nullable String note,
            String person) {}

    Response of(Wish wish, HttpHeaders headers, InputStream body) {
        int base = BaseVersion.named(wish.base(), headers);
        baseVersion.mustBeInForce(base);
        Upload upload = wish.from() == null ? Upload.of(headers.getMediaType(), body) : Upload.none(wish.from(), body);
        String note = note(wish.note() == null ? upload.note() : wish.note());
        Edition edition = edition(base, wish.from(), upload);
        boolean same = versions.isInForce(edition);
        if (wish.dryRun() || same) {
            return Response.ok(json(edition, null, wish.dryRun(), same)).build();
        }
        return saving.save(edition, wish.person(), note)
                .match(made -> created(edition, made.version()), proposed -> waiting(proposed.proposal()), beaten -> {
                    throw baseVersion.overtaken(edition.base());
                });
    }

    private Response created(Edition edition, Version made) {
        return Response.created(URI.create("mappings/" + made.number()))
                .entity(json(edition, made, false, false))
                .tag(Integer.toString(made.number()))
                .build();
    }

    /** Nothing is in force yet: {@code mapping.four-eyes}. */
    private static Response waiting(Proposal proposal) {
        return Response.accepted(MappingProposalJson.of(proposal)).build();
    }

    private Edition edition(int base, @Nullable String from, Upload upload) {
        try {
            if (from == null) {
                return versions.sent(base, upload.files());
            }
            return from.equals(SEED) ? seed.edition(base) : again(base, from);
        } catch (MappingFaults e) {
            throw faulty(e.faults());
        }
    }

    private Edition again(int base, String from) throws MappingFaults {
        if (!from.matches("\\d{1,9}")
                || versions.version(Integer.parseInt(from)).isEmpty()) {
            throw new Refusal(Problem.with(
                    "from",
                    from,
                    "is neither " + SEED + " nor a version",
                    "Give " + SEED + ", or a number of /api/mappings"));
        }
        return versions.again(base, Integer.parseInt(from));
    }

    private static Refusal faulty(List<MappingFault> faults) {
        String count = faults.size() == 1 ? "1 fault" : faults.size() + " faults";
        return new Refusal(Problem.with(
                "The mapping files have " + count + "; nothing was changed: " + faults.get(0),
                "Mend all of the faults and send the files again",
                faults.stream().map(NewVersion::members).toList()));
    }

    private static Map<String, String> members(MappingFault fault) {
        Map<String, String> members = new TreeMap<>();
        members.put("file", fault.file());
        members.put("line", Integer.toString(fault.line()));
        members.put("column", fault.column());
        members.put("value", fault.value());
        members.put("remedy", fault.remedy());
        members.put("text", fault.toString());
        return members;
    }

    private static String note(String note) {
        if (note.length() > NOTE_LENGTH) {
            throw new Refusal(Problem.with("note", note, "is too long", "Use at most " + NOTE_LENGTH + " characters"));
        }
        return note;
    }

    private MappingChangeJson json(Edition edition, @Nullable Version made, boolean dryRun, boolean same) {
        Version shown =
                made == null && !dryRun ? versions.version(edition.base()).orElse(null) : made;
        return new MappingChangeJson(
                shown == null ? null : MappingVersionJson.of(shown, shown.number()),
                dryRun,
                edition.files().keySet().stream().sorted().toList(),
                edition.changes().stream().map(MappingChangeJson.Line::of).toList(),
                same ? Map.of() : plansAgain(),
                edition.mappings().warnings());
    }

    private Map<String, Long> plansAgain() {
        Map<String, Long> counts = new TreeMap<>();
        basis.plannedAgain(OrderName.DOCUMENT).forEach((state, count) -> counts.put(state.name(), count));
        return counts;
    }
}
