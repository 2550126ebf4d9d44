package centrasage.console.mappings;

import centrasage.console.frame.Asked;
import centrasage.console.mappings.change.Changes;
import centrasage.flow.MappingTexts.Version;
import centrasage.mapping.version.MappingVersions;
import centrasage.sync.changes.Drafts;
import centrasage.sync.changes.Proposal;
import centrasage.sync.changes.Proposals;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One version: who made it, when and why, and how it differs from the one before it, or from any other. */
@Named
@RequestScoped
public class VersionPage {
    private @Nullable Version version;
    private @Nullable Proposal proposal;
    private List<RowChange> changes = List.of();
    private List<String> files = List.of();
    private int against;
    private int inForce;
    private Asked asked;
    private Changes made;
    private Drafts drafts;
    private Editor editor;

    @SuppressWarnings("NullAway.Init")
    VersionPage() {}

    @Inject
    VersionPage(MappingVersions versions, Proposals proposals, Changes made, Drafts drafts, Editor editor) {
        this.drafts = drafts;
        this.made = made;
        this.editor = editor;
        asked = Asked.now();
        inForce = versions.currentNumber();
        version = asked.id("number")
                .flatMap(number -> versions.version(number.intValue()))
                .orElse(null);
        if (version != null) {
            int number = version.number();
            against = asked.id("with")
                    .map(Long::intValue)
                    .filter(other -> versions.version(other).isPresent())
                    .orElse(number - 1);
            changes = RowChange.of(versions.changes(against, number));
            files = versions.files(number).keySet().stream().sorted().toList();
            proposal = proposals.ofVersion(number).orElse(null);
        }
    }

    /** Null where there is none of this number. */
    public @Nullable Version version() {
        return version;
    }

    /** The proposal that it was made of; null where it needed no second person. */
    public @Nullable Proposal proposal() {
        return proposal;
    }

    public List<RowChange> changes() {
        return changes;
    }

    public List<String> files() {
        return files;
    }

    /** The version that it is compared with; 0 for none. */
    public int against() {
        return against;
    }

    public int inForce() {
        return inForce;
    }

    public boolean isInForce() {
        return version != null && version.number() == inForce;
    }

    /** Makes its content the visitor's draft, to be saved as the next version. */
    public void restore() throws IOException {
        int number = version == null ? 0 : version.number();
        editor.act(() -> {
            String here = "mapping-version.xhtml?number=" + number + "&done=";
            if (!drafts.of(editor.name()).isEmpty()) {
                return here + Told.DRAFTS.part();
            }
            return number > 0 && made.restore(editor.name(), number) > 0
                    ? "mapping-change.xhtml?done=" + Told.RESTORED.part()
                    : here + Told.SAME.part();
        });
    }

    public String told() {
        return asked.one("done", Told.class).map(Told::words).orElse("");
    }

    public boolean toldGood() {
        return asked.one("done", Told.class).filter(Told::isGood).isPresent();
    }
}
