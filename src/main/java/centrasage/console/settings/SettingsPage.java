package centrasage.console.settings;

import centrasage.console.frame.Asked;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Settings and health: everybody may look; nothing can be changed here, and no secret is shown. */
@Named
@RequestScoped
public class SettingsPage {
    private SettingList settings;
    private Surroundings surroundings;
    private Keeping keeping;
    private FileCards files;
    private String words;

    @SuppressWarnings("NullAway.Init")
    SettingsPage() {}

    @Inject
    SettingsPage(SettingList settings, Surroundings surroundings, Keeping keeping, FileCards files) {
        this.settings = settings;
        this.surroundings = surroundings;
        this.keeping = keeping;
        this.files = files;
        this.words = Asked.now().text("words").orElse("");
    }

    public List<HealthCard> cards() {
        return Stream.of(surroundings.cards(), keeping.cards(), files.cards())
                .flatMap(List::stream)
                .toList();
    }

    /** What was looked for; empty where nothing was. */
    public String words() {
        return words;
    }

    /** The settings that carry the words that were looked for, by group; a group without any is left out. */
    public Set<Map.Entry<String, List<Setting>>> groups() {
        String wanted = words.toLowerCase(Locale.ROOT);
        return settings.groups().entrySet().stream()
                .map(group -> Map.entry(
                        group.getKey(),
                        group.getValue().stream()
                                .filter(setting -> (setting.key() + " " + setting.meaning())
                                        .toLowerCase(Locale.ROOT)
                                        .contains(wanted))
                                .toList()))
                .filter(group -> !group.getValue().isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
