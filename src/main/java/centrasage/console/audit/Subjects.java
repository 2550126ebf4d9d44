package centrasage.console.audit;

import centrasage.console.words.Wanted;
import centrasage.desk.Desk;
import centrasage.flow.OrderName;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the trail calls whatever a person types: an order with all that follows from it, an exception, a job, a user. */
@ApplicationScoped
public class Subjects {
    private static final List<String> AREAS = List.of("exception/", "job/", "user/", "mappings/");

    private static final int EXCEPTIONS_MAX = 100;

    private Postings postings;
    private Desk desk;

    @SuppressWarnings("NullAway.Init")
    Subjects() {}

    @Inject
    Subjects(Postings postings, Desk desk) {
        this.postings = postings;
        this.desk = desk;
    }

    Set<String> of(String typed) {
        String text = Wanted.of(typed).text();
        Set<String> subjects = new TreeSet<>(List.of(typed, text, OrderName.of(text)));
        AREAS.forEach(area -> subjects.add(area + text));
        String order = postings.orderOf(text);
        for (Posting posting : postings.withAllThatFollows(order)) {
            subjects.add(posting.key().company() + "/" + posting.key().kind() + "/"
                    + posting.key().sourceKey());
            subjects.add(OrderName.ofObject(posting.object()));
        }
        desk.list(new Desk.Filter(null, null, null, text), 0, EXCEPTIONS_MAX)
                .forEach(exception -> subjects.add("exception/" + exception.id()));
        return subjects;
    }
}
