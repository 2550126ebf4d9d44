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
    @Id
    @Column(name = "business_day")
    private LocalDate day;

    @Column(name = "compared_at")
    private Instant comparedAt;

    private String silent;
    private int differing;

    ComparedDayRow() {}

    ComparedDayRow(LocalDate day, Instant comparedAt, String silent, int differing) {
        this.day = day;
        this.comparedAt = comparedAt;
        this.silent = silent;
        this.differing = differing;
    }

    LocalDate day() {
        return day;
    }

    ComparedDay toDay(List<ComparedSum> sums) {
        return new ComparedDay(day, comparedAt, silent, differing, sums);
    }
}
