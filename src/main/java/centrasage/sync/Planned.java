package centrasage.sync;

import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.money.Money;
import java.time.LocalDate;

/**
 * A plan to be recorded, with what is known of the document even where it is held or skipped.
 *
 * @param version the version of the staged document that was planned
 * @param amount the document's total; zero where it cannot be read
 */
public record Planned(PostingKey key, String object, int version, Money amount, LocalDate businessDate, Plan plan) {}
