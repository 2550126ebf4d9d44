package centrasage.console.runbooks;

import centrasage.console.frame.Asked;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** The runbooks: all of them with their groups, those that carry some words, or one of them. */
@Named
@RequestScoped
public class RunbookPage {
    private Handbook handbook;
    private String name;
    private String words;

    @SuppressWarnings("NullAway.Init")
    RunbookPage() {}

    @Inject
    RunbookPage(Handbook handbook) {
        Asked asked = Asked.now();
        this.handbook = handbook;
        this.name = asked.text("name").orElse("");
        this.words = asked.text("words").orElse("");
    }

    /** A page of the list. */
    public record Entry(String name, String title, String line) {}

    /** Whether one page is asked for, and there is one of this name. */
    public boolean one() {
        return handbook.text(name).isPresent();
    }

    /** Whether a page is asked for that there is not. */
    public boolean unknown() {
        return !name.isEmpty() && !one();
    }

    public String title() {
        return one() ? handbook.title(name) : "Runbooks";
    }

    /** The page as HTML, from our own files alone. */
    public String html() {
        return new Pages(handbook).html(name);
    }

    /** The index, as its own groups have it. */
    public String index() {
        return new Pages(handbook).html("index").replaceFirst("(?s)^<h1.*?</h1>", "");
    }

    /** What was looked for; empty where nothing was. */
    public String words() {
        return words;
    }

    public List<Entry> found() {
        Map<String, String> titles = handbook.runbooks();
        return handbook.carrying(words).entrySet().stream()
                .map(each ->
                        new Entry(each.getKey(), titles.getOrDefault(each.getKey(), each.getKey()), each.getValue()))
                .toList();
    }

    public List<Entry> all() {
        return handbook.runbooks().entrySet().stream()
                .map(each -> new Entry(each.getKey(), each.getValue(), ""))
                .toList();
    }
}
