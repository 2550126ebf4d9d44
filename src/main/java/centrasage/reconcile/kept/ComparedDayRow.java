package centrasage.reconcile.kept;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A business day as the store keeps it. */
@Entity
@Table(name = "compared_day")
@SuppressWarnings("NullAway.Init")
class ComparedDayRow {
    private static final int SILENT_LENGTH = 2_000;

    @Id
    @Column(name = "business_day")
    private LocalDate day;

    @Column(name = "compared_at")
    private Instant comparedAt;

    private String silent;
    private int differing;
    private int explained;

    ComparedDayRow() {}

    ComparedDayRow(LocalDate day, Instant comparedAt, DayInFigures figures) {
        this.day = day;
        this.comparedAt = comparedAt;
        this.silent = figures.silent().substring(0, Math.min(figures.silent().length(), SILENT_LENGTH));
        this.differing = Math.toIntExact(figures.differing().stream()
                .filter(number -> !number.isExplained())
                .count());
        this.explained = figures.differing().size() - differing;
    }

    LocalDate day() {
        return day;
    }

    ComparedDay toDay(List<ComparedSum> sums) {
        return new ComparedDay(day, comparedAt, silent, differing, explained, sums);
    }
}
