package centrasage.console.table;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The columns of one list as one person wants to see them. */
@Entity
@Table(name = "console_columns")
@SuppressWarnings("NullAway.Init")
class ColumnChoiceRow {
    @Id
    private String id;

    @Column(name = "shown")
    private String columns;

    ColumnChoiceRow() {}

    ColumnChoiceRow(String id, Set<String> columns) {
        this.id = id;
        choose(columns);
    }

    static String id(String person, String listing) {
        return listing + "/" + person;
    }

    final void choose(Set<String> chosen) {
        columns = String.join(",", chosen);
    }

    Set<String> columns() {
        return Arrays.stream(columns.split(",", -1))
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toSet());
    }
}
