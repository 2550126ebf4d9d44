package centrasage.console.mappings.change;

import centrasage.mapping.MappingFaults;
import centrasage.mapping.MappingFiles;
import centrasage.mapping.version.Edition;
import centrasage.mapping.version.MappingVersions;
import centrasage.sync.changes.Drafts;
import centrasage.sync.changes.KeptDraft;
import centrasage.sync.changes.Proposal;
import centrasage.sync.changes.Proposals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes of drafts, or of a proposal, what could be saved: upon what is in force now, where nobody else has changed the same files. */
@ApplicationScoped
public class Changes {
    private MappingVersions versions;
    private Drafts drafts;
    private Proposals proposals;

    @SuppressWarnings("NullAway.Init")
    Changes() {}

    @Inject
    public Changes(MappingVersions versions, Drafts drafts, Proposals proposals) {
        this.versions = versions;
        this.drafts = drafts;
        this.proposals = proposals;
    }

    /** What this person's drafts come to, all files together: what belongs together is saved together. */
    public Change of(String person) {
        return of(drafts.of(person));
    }

    public Change of(Proposal proposal) {
        List<KeptDraft> files = new ArrayList<>();
        proposals
                .files(proposal.id())
                .forEach((name, text) -> files.add(
                        new KeptDraft(name, proposal.base(), proposal.sameAs(), text, proposal.proposedAt())));
        return of(files);
    }

    private Change of(List<KeptDraft> files) {
        int inForce = versions.currentNumber();
        Map<String, String> now = versions.files(inForce);
        Map<Integer, Map<String, String>> bases = new HashMap<>();
        List<String> overtaken = files.stream()
                .filter(draft -> draft.base() != inForce)
                .filter(draft -> !Objects.equals(
                        bases.computeIfAbsent(draft.base(), versions::files).get(draft.file()), now.get(draft.file())))
                .filter(draft -> !Objects.equals(draft.content(), now.get(draft.file())))
                .map(KeptDraft::file)
                .toList();
        if (!overtaken.isEmpty()) {
            return new Change.Overtaken(overtaken, inForce);
        }
        return files.isEmpty() ? new Change.Nothing(inForce) : composed(inForce, files);
    }

    private Change composed(int inForce, List<KeptDraft> files) {
        MappingFiles changed = new MappingFiles();
        files.forEach(draft -> changed.add(draft.file(), draft.content()));
        try {
            Edition edition = versions.sent(inForce, changed);
            return versions.isInForce(edition)
                    ? new Change.Nothing(inForce)
                    : new Change.Ready(again(edition, files.get(0).sameAs()));
        } catch (MappingFaults e) {
            return new Change.Faulty(e.faults());
        }
    }

    /** An older version as it was is told as such. */
    private Edition again(Edition edition, @Nullable Integer sameAs) throws MappingFaults {
        return sameAs != null && versions.files(sameAs).equals(edition.files())
                ? versions.again(edition.base(), sameAs)
                : edition;
    }

    /** The files that an edition changes: null where one is to be removed. */
    public Map<String, @Nullable String> changed(Edition edition) {
        Map<String, String> before = MappingFiles.withoutMarks(versions.files(edition.base()));
        Map<String, @Nullable String> changed = new HashMap<>();
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(edition.files().keySet());
        names.stream()
                .filter(name ->
                        !Objects.equals(before.get(name), edition.files().get(name)))
                .forEach(name -> changed.put(name, edition.files().get(name)));
        return changed;
    }

    /**
     * Makes drafts of an older version, file by file, of somebody who has none.
     *
     * @return how many files differ from those in force
     */
    public int restore(String person, int number) {
        int inForce = versions.currentNumber();
        Map<String, String> now = versions.files(inForce);
        Map<String, String> then = versions.files(number);
        Set<String> names = new TreeSet<>(now.keySet());
        names.addAll(then.keySet());
        names.removeIf(name -> Objects.equals(now.get(name), then.get(name)));
        names.forEach(name -> drafts.keepAgain(person, name, inForce, number, then.get(name)));
        return names.size();
    }

    /** Gives the files of a proposal back to whoever proposed it, to go on with; what that person has typed since stays. */
    public void takeBack(Proposal proposal) {
        proposals.files(proposal.id()).forEach((name, text) -> {
            if (drafts.of(proposal.proposedBy(), name).isEmpty()) {
                drafts.keep(proposal.proposedBy(), name, proposal.base(), text);
            }
        });
    }
}
