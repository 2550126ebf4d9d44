package centrasage.console.mappings;

import centrasage.console.mappings.change.Saved;
import centrasage.console.mappings.change.Saving;
import centrasage.console.mappings.impact.ImpactRuns;
import centrasage.mapping.version.Edition;
import centrasage.sync.changes.Drafts;
import centrasage.sync.changes.Proposal;
import centrasage.sync.changes.StoredImpact;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** What people do about a change: see what it would do, save or propose it, approve or reject it. */
@Named
@RequestScoped
public class ChangeDesk {
    private static final int WORDS_MAX = 500;

    private ChangePage page;
    private Editor editor;
    private Saving saving;
    private ImpactRuns impacts;
    private Drafts drafts;
    private HttpServletRequest request;

    @SuppressWarnings("NullAway.Init")
    ChangeDesk() {}

    @Inject
    ChangeDesk(
            ChangePage page,
            Editor editor,
            Saving saving,
            ImpactRuns impacts,
            Drafts drafts,
            HttpServletRequest request) {
        this.page = page;
        this.editor = editor;
        this.saving = saving;
        this.impacts = impacts;
        this.drafts = drafts;
        this.request = request;
    }

    /** Begins to work out what it would do; the page shows how far that is. */
    public void show() throws IOException {
        editor.act(() -> {
            Edition edition = page.edition();
            if (edition == null) {
                return page.telling(Told.NOTHING);
            }
            impacts.begin(edition, page.days());
            return page.here();
        });
    }

    public void discard() throws IOException {
        editor.act(() -> {
            drafts.discard(editor.name());
            return "mappings.xhtml?done=" + Told.DISCARDED_ALL.part();
        });
    }

    /** Saves the visitor's drafts as a version, or proposes them. */
    public void save() throws IOException {
        editor.act(() -> {
            Edition edition = page.edition();
            if (edition == null) {
                return page.telling(unsaved());
            }
            String words = given("words");
            String unseen = given("unseen");
            if (isBad(words)) {
                return page.telling(Told.WORDS);
            }
            if (!isSeen(edition) && isBad(unseen)) {
                return page.telling(Told.UNSEEN);
            }
            return saved(edition, words, isSeen(edition) ? "" : unseen);
        });
    }

    private Told unsaved() {
        return switch (page.kind()) {
            case "faulty" -> Told.FAULTY;
            case "overtaken" -> Told.OVERTAKEN;
            default -> Told.NOTHING;
        };
    }

    private String saved(Edition edition, String words, String unseen) {
        Saved saved = saving.save(edition, editor.name(), words);
        if (!unseen.isEmpty()) {
            saving.toldWithoutImpact(editor.name(), saved, unseen);
        }
        return saved.match(
                made -> {
                    drafts.discard(editor.name());
                    return "mapping-version.xhtml?number=" + made.version().number() + "&done=" + Told.SAVED.part();
                },
                proposed -> {
                    drafts.discard(editor.name());
                    return "mapping-change.xhtml?proposal="
                            + proposed.proposal().id() + "&done=" + Told.PROPOSED.part();
                },
                beaten -> page.telling(Told.BEATEN));
    }

    /** Whether the page that the form stood on showed what exactly this change would do to what is in force now. */
    private boolean isSeen(Edition edition) {
        String shown = given("shown");
        return shown.equals(ImpactRuns.id(edition, page.days()))
                && impacts.standing(shown)
                        .filter(impact -> impact.state() == StoredImpact.State.DONE)
                        .isPresent();
    }

    /** Approves a proposal; only what was shown as it would be made. */
    public void approve() throws IOException {
        editor.act(() -> {
            Proposal proposal = page.proposal();
            String words = given("words");
            if (proposal == null) {
                return page.telling(Told.GONE);
            }
            if (isBad(words)) {
                return page.telling(Told.WORDS);
            }
            Edition edition = page.edition();
            if (edition != null && edition.base() == proposal.base() && !isSeen(edition)) {
                return page.telling(Told.UNSEEN);
            }
            return approved(proposal, words);
        });
    }

    private String approved(Proposal proposal, String words) {
        return switch (saving.approve(proposal.id(), editor.name(), words)) {
            case MADE -> "mapping-change.xhtml?proposal=" + proposal.id() + "&done=" + Told.APPROVED.part();
            case OWN -> page.telling(Told.OWN);
            case GONE -> page.telling(Told.GONE);
            case PLANNED_ANEW -> page.telling(Told.PLANNED_ANEW);
            case OVERTAKEN -> page.telling(Told.OVERTAKEN);
            case USELESS -> page.telling(Told.USELESS);
        };
    }

    public void reject() throws IOException {
        editor.act(() -> {
            Proposal proposal = page.proposal();
            String words = given("words");
            if (isBad(words)) {
                return page.telling(Told.WORDS);
            }
            if (page.own()) {
                return page.telling(Told.OWN);
            }
            boolean isDone = proposal != null && saving.reject(proposal.id(), editor.name(), words);
            return page.telling(isDone ? Told.REJECTED : Told.GONE);
        });
    }

    public void withdraw() throws IOException {
        editor.act(() -> {
            Proposal proposal = page.proposal();
            boolean isDone = proposal != null && saving.withdraw(proposal.id(), editor.name());
            return isDone ? "mapping-change.xhtml?done=" + Told.WITHDRAWN.part() : page.telling(Told.GONE);
        });
    }

    private static boolean isBad(String words) {
        return words.isEmpty() || words.length() > WORDS_MAX;
    }

    private String given(String name) {
        String text = request.getParameter(name);
        return text == null ? "" : text.strip();
    }
}
