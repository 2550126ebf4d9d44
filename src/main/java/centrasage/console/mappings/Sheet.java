package centrasage.console.mappings;

import centrasage.console.mappings.change.Change;
import centrasage.console.mappings.change.Changes;
import centrasage.mapping.MappingFault;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import centrasage.mapping.SheetForm;
import centrasage.mapping.sheet.Grid;
import centrasage.mapping.version.MappingVersions;
import centrasage.sync.changes.Drafts;
import centrasage.sync.changes.KeptDraft;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens a sheet for somebody: their draft of it where there is one, else what is in force. */
@ApplicationScoped
class Sheet {
    private MappingVersions versions;
    private Drafts drafts;
    private Changes changes;

    @SuppressWarnings("NullAway.Init")
    Sheet() {}

    @Inject
    Sheet(MappingVersions versions, Drafts drafts, Changes changes) {
        this.versions = versions;
        this.drafts = drafts;
        this.changes = changes;
    }

    /**
     * A sheet as somebody has it open.
     *
     * @param base the version that it was begun from
     * @param draft null where they have changed nothing
     * @param grid null where what they sent is no table
     * @param inForce the rows that are in force
     * @param change what all of their drafts would come to
     */
    record Open(
            SheetForm form,
            int base,
            @Nullable KeptDraft draft,
            @Nullable Grid grid,
            Grid inForce,
            Change change) {
        List<MappingFault> faults() {
            return change.match(
                    nothing -> List.of(), overtaken -> List.of(), Change.Faulty::faults, ready -> List.of());
        }

        boolean isOvertaken() {
            return change.match(
                    nothing -> false,
                    overtaken -> overtaken.files().contains(form.file()),
                    faulty -> false,
                    ready -> false);
        }
    }

    Open open(SheetForm form, String person) {
        int inForce = versions.currentNumber();
        Grid now = grid(form, inForce);
        Optional<KeptDraft> draft = drafts.of(person, form.file());
        Grid shown = draft.map(KeptDraft::content)
                .map(text -> Grid.of(form, text).orElse(null))
                .orElse(draft.isPresent() ? emptied(form, draft.get()) : now);
        return new Open(
                form, draft.map(KeptDraft::base).orElse(inForce), draft.orElse(null), shown, now, changes.of(person));
    }

    private static @Nullable Grid emptied(SheetForm form, KeptDraft draft) {
        return draft.content() == null ? Grid.empty(form) : null;
    }

    /** The rows of a sheet in a version. */
    Grid grid(SheetForm form, int version) {
        return Optional.ofNullable(versions.files(version).get(form.file()))
                .flatMap(text -> Grid.of(form, text))
                .orElseGet(() -> Grid.empty(form));
    }

    /** The mappings that would hold with all that this person has typed, else those in force; null where neither can be used. */
    @Nullable
    Mappings mappings(Change change) {
        Mappings changed = change.match(
                nothing -> null,
                overtaken -> null,
                faulty -> null,
                ready -> ready.edition().mappings());
        if (changed != null) {
            return changed;
        }
        try {
            return versions.current().mappings();
        } catch (MappingFaults e) {
            return null;
        }
    }
}
