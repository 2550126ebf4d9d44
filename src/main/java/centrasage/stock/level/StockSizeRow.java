package centrasage.stock.level;

import centrasage.centra.ProductSize;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A product size of Centra's as it was last seen. */
@Entity
@Table(name = "stock_size")
@SuppressWarnings("NullAway.Init")
class StockSizeRow {
    @Id
    @Column(name = "size_id")
    private long sizeId;

    private String sku;

    @Column(name = "is_active")
    private boolean active;

    /** Asked for in queries only. */
    @Column(name = "seen_at")
    @SuppressWarnings("UnusedVariable")
    private Instant seenAt;

    StockSizeRow() {}

    StockSizeRow(ProductSize size, Instant now) {
        this.sizeId = size.id();
        seen(size, now);
    }

    final void seen(ProductSize size, Instant now) {
        sku = size.sku();
        active = size.isActive();
        seenAt = now;
    }

    ProductSize toSize() {
        return new ProductSize(sizeId, sku, active);
    }
}
