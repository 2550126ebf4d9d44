package centrasage.console.stock;

import centrasage.catalogue.compare.Field;
import centrasage.catalogue.creation.Creation;
import centrasage.catalogue.creation.Creations;
import centrasage.catalogue.value.CatalogueBook;
import centrasage.catalogue.value.CatalogueBook.Search;
import centrasage.catalogue.value.CatalogueBook.Summary;
import centrasage.catalogue.value.Value;
import centrasage.catalogue.value.ValueState;
import centrasage.console.frame.Address;
import centrasage.console.frame.Asked;
import centrasage.console.table.Column;
import centrasage.console.table.Listing;
import centrasage.console.table.Table;
import centrasage.console.table.Tables;
import centrasage.console.words.StockWords;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What both systems hold of each field that Sage 200 owns in Centra, where they differ. */
@Named
@RequestScoped
public class CataloguePage implements Listing<Value> {
    private static final int CREATIONS_MAX = 50;

    private CatalogueBook book;
    private Creations creations;
    private StockWords words;
    private Tables tables;
    private Address here;
    private Cursor<Value> cursor;
    private List<Summary> summaries;
    private @Nullable Table<Value> table;
    private @Nullable List<Creation> made;
    private @Nullable String askingAll;

    @SuppressWarnings("NullAway.Init")
    CataloguePage() {}

    @Inject
    CataloguePage(CatalogueBook book, Creations creations, StockWords words, Tables tables) {
        this.book = book;
        this.creations = creations;
        this.words = words;
        this.tables = tables;
        Asked asked = Asked.now();
        here = asked.address("catalogue.xhtml", "q", "state", "field");
        String label = asked.text("q").orElse(null);
        Field field = asked.one("field", Field.class).orElse(null);
        ValueState state = asked.one("state", ValueState.class).orElse(null);
        cursor = new Cursor<>(
                (after, skip, most) -> book.values(new Search(label, field, state, after, skip, most)), Value::id);
        summaries = book.summaries();
    }

    @Override
    public String name() {
        return "catalogue";
    }

    @Override
    public List<Column<Value>> columns() {
        return List.of(
                Column.number("label", "SKU or product", Value::label).leadingTo(CataloguePage::asking),
                Column.text("company", "Company", Value::company),
                Column.text("field", "Field", (Value value) -> words.field(value.field())),
                Column.<Value>text(
                                "pricelist",
                                "Price list",
                                value -> value.pricelist() == 0 ? "" : Long.toString(value.pricelist()))
                        .atFirstHidden(),
                Column.text("owner", "Owner", (Value value) -> words.owner(value.field())),
                Column.sign("state", "State", value -> words.value(value.state())),
                Column.words("sage", "Sage 200", Value::sage),
                Column.words("centra", "Centra", Value::centra),
                Column.<Value>words("agreed", "Both last held", Value::agreed).atFirstHidden(),
                Column.<Value>age("changed", "For", Value::changedAt),
                Column.words("note", "Why", Value::note));
    }

    /** The question whether to take Sage 200's value; nowhere where there is nothing to decide. */
    private static @Nullable String asking(Value value) {
        return isForAPerson(value)
                ? Address.of("catalogue.xhtml").with("overwrite", value.id()).toString()
                : null;
    }

    private static boolean isForAPerson(Value value) {
        return value.state() == ValueState.DRIFTED || value.state() == ValueState.REJECTED;
    }

    /** The same question of all that this filter finds, or of the first of them; empty where there are not several. */
    public String askingAll() {
        if (askingAll == null) {
            askingAll = allOfThem();
        }
        return askingAll;
    }

    private String allOfThem() {
        List<Long> ids = cursor.rows(0, CatalogueDesk.VALUES_MAX).stream()
                .filter(CataloguePage::isForAPerson)
                .map(Value::id)
                .toList();
        return ids.size() < 2
                ? ""
                : here.with("overwrite", ids.stream().map(String::valueOf).collect(Collectors.joining(",")))
                        .toString();
    }

    @Override
    public List<Value> rows(int from, int count) {
        return cursor.rows(from, count);
    }

    @Override
    public Address here() {
        return here;
    }

    @Override
    public String whenEmpty() {
        return summaries.isEmpty()
                ? "What differs between Sage 200 and Centra would be listed here, field by field, once catalogue-to-centra has compared"
                        + " them. fields.csv says which fields Sage 200 owns."
                : "Nothing differs that matches this filter.";
    }

    public Table<Value> table() {
        if (table == null) {
            table = tables.of(this);
        }
        return table;
    }

    public List<ValueState> states() {
        return List.of(ValueState.values());
    }

    public List<Field> fields() {
        return List.of(Field.values());
    }

    /** How many of all companies are in this state. */
    public long values(ValueState state) {
        return summaries.stream()
                .filter(each -> each.state() == state)
                .mapToLong(Summary::values)
                .sum();
    }

    /** Since when the oldest change waits for room in Centra's quota; null where none does. */
    public @Nullable Instant waitsSince() {
        return summaries.stream()
                .map(Summary::leftSince)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** What is chosen of a part; empty where anything is. */
    public String value(String part) {
        return here.parts().getOrDefault(part, "");
    }

    /** This view with this part, or without it where that is what is chosen. */
    public String toggled(String part, String value) {
        boolean isOn = Optional.ofNullable(here.parts().get(part))
                .filter(value::equals)
                .isPresent();
        return here.with(part, isOn ? null : value).toString();
    }

    /** The products that were or are being made in Centra, the latest first. */
    public List<Creation> made() {
        if (made == null) {
            made = creations.latest(CREATIONS_MAX);
        }
        return made;
    }
}
