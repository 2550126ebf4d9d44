package centrasage.sync.plans;

import centrasage.flow.Command;
import centrasage.flow.Plan;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.LocalDate;

/** The plan of a document with another day: the texts of all documents of the ledgers name it {@code date}. */
final class Redated {
    private static final String DATE = "date";

    private Redated() {}

    /** Whether it carries a day of its own: what has none is given one by whoever posts it in Sage 200. */
    static boolean canBe(Plan.Post post) {
        return !post.command().isErased() && read(post).containsKey(DATE);
    }

    static Plan with(Plan.Post post, LocalDate day) {
        Command command = post.command();
        String document = Json.createObjectBuilder(read(post))
                .add(DATE, day.toString())
                .build()
                .toString();
        return new Plan.Post(
                new Command(
                        command.key(),
                        command.object(),
                        command.amount(),
                        command.vat(),
                        day,
                        command.fingerprint(),
                        document),
                post.after());
    }

    private static JsonObject read(Plan.Post post) {
        try (JsonReader reader =
                Json.createReader(new StringReader(post.command().document()))) {
            return reader.readObject();
        }
    }
}
