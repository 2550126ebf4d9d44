package centrasage.console.exceptions;

import centrasage.console.words.Moments;
import centrasage.desk.Ignoring;
import centrasage.desk.bulk.BulkDeed;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** What a form says of a deed about many, read: empty where something of it is missing. */
record ManyForm(String deed, String words, String person, String until) {
    private static final int WORDS_MAX = 800;
    private static final int NAME_MAX = 80;

    Optional<BulkDeed> read(Moments moments) {
        return switch (deed) {
            case "RETRY" -> Optional.of(BulkDeed.retry());
            case "RESOLVE" -> text(words, WORDS_MAX).map(BulkDeed::resolve);
            case "ASSIGN" -> text(person, NAME_MAX).map(BulkDeed::assign);
            case "IGNORE" -> ignoring(until, words, moments).map(BulkDeed::ignore);
            default -> Optional.empty();
        };
    }

    private static Optional<String> text(String given, int most) {
        return Optional.of(given).filter(text -> !text.isEmpty() && text.length() <= most);
    }

    /** Until when that day begins on the site. */
    static Optional<Ignoring> ignoring(String day, String why, Moments moments) {
        try {
            LocalDate until = LocalDate.parse(day);
            boolean isSound = until.isAfter(moments.today()) && !why.isEmpty() && why.length() <= WORDS_MAX;
            return isSound ? Optional.of(new Ignoring(until, moments.startOf(until), why)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
