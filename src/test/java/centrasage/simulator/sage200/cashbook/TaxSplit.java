package centrasage.simulator.sage200.cashbook;

import centrasage.simulator.sage200.fields.Refused;
import centrasage.simulator.sage200.posting.Amounts;
import centrasage.simulator.sage200.posting.Analysis;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A gross value as goods and tax under a tax code.
 *
 * <p>What is left out Sage works out by itself: the code is its default one, which is on the VAT return, and the tax is that
 * code's. That this is so is not documented.
 */
record TaxSplit(long taxCode, BigDecimal goods, BigDecimal tax) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The fields of a body that hold the three values. */
    record Fields(String gross, String goods, String tax) {
        static final Fields OF_ITEM = new Fields("gross_value", "goods_value", "tax_value");
        static final Fields OF_HEADER = new Fields("cheque_value", "cheque_goods_value", "cheque_tax_value");
    }

    /** Reads it from an item or a header; values that contradict each other are refused. */
    static TaxSplit of(Analysis analysis, JsonNode body, Fields fields, String path) {
        long code = body.path("tax_code_id").asLong(analysis.defaultTaxCode());
        BigDecimal percent = analysis.taxRate(code, path + "tax_code_id");
        BigDecimal gross = sent(body, fields.gross());
        BigDecimal goods = sent(body, fields.goods());
        BigDecimal tax = sent(body, fields.tax());
        if (gross != null) {
            BigDecimal taxed = tax != null ? tax : goods != null ? gross.subtract(goods) : within(gross, percent);
            BigDecimal net = goods != null ? goods : gross.subtract(taxed);
            Amounts.mustBe(gross, net.add(taxed), "'" + path + fields.goods() + "' and '" + fields.tax() + "'");
            return new TaxSplit(code, net, taxed);
        }
        if (goods != null) {
            return new TaxSplit(code, goods, tax != null ? tax : on(goods, percent));
        }
        throw Refused.because("'" + path + fields.gross() + "' is required.");
    }

    private static @Nullable BigDecimal sent(JsonNode body, String field) {
        return body.has(field) ? Amounts.of(body, field) : null;
    }

    private static BigDecimal within(BigDecimal gross, BigDecimal percent) {
        return gross.multiply(percent).divide(HUNDRED.add(percent), Amounts.PENCE, RoundingMode.HALF_UP);
    }

    private static BigDecimal on(BigDecimal goods, BigDecimal percent) {
        return goods.multiply(percent).divide(HUNDRED, Amounts.PENCE, RoundingMode.HALF_UP);
    }

    BigDecimal gross() {
        return goods.add(tax);
    }

    ObjectNode posted(Analysis analysis, String path) {
        return analysis.tax(taxCode, path + "tax_code_id", goods, tax);
    }
}
