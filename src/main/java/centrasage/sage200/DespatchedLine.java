package centrasage.sage200;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A line of an order that left the warehouse with one despatch.
 *
 * @param order the customer's number of the order
 * @param lineId of the order's line
 * @param quantity in the units in which it was ordered
 * @param despatch Sage's number of the despatch
 */
public record DespatchedLine(String order, long lineId, BigDecimal quantity, String despatch, LocalDate date) {}
