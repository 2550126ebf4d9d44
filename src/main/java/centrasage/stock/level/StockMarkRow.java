package centrasage.stock.level;

import centrasage.stock.level.RowMarks.Mark;
import centrasage.stock.shelf.Shelf;
import centrasage.sync.database.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** How far the stock of a warehouse was read in Sage 200's own database. */
@Entity
@Table(name = "stock_mark")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // it is asked for in queries, too
class StockMarkRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    private String company;

    @Column(name = "centra_warehouse")
    private String centraWarehouse;

    @Column(name = "sage_database")
    private String sageDatabase;

    @Column(name = "sage_warehouse")
    private long sageWarehouse;

    @Column(name = "next_version")
    private long nextVersion;

    StockMarkRow() {}

    StockMarkRow(Shelf shelf, Mark mark) {
        this.company = shelf.company();
        this.centraWarehouse = shelf.centraWarehouse();
        move(mark);
    }

    final void move(Mark to) {
        sageDatabase = to.database();
        sageWarehouse = to.warehouse();
        nextVersion = to.next();
    }

    Mark toMark() {
        return new Mark(sageDatabase, sageWarehouse, nextVersion);
    }
}
