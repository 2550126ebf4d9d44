package centrasage.simulator.trade;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The part of an amount that falls under one rate of VAT, in the terms of the price list. */
public record Share(BigDecimal vatPercent, long minor) {
    /** All of it under one rate; none of nothing. */
    static List<Share> all(BigDecimal vatPercent, long minor) {
        return minor == 0 ? List.of() : List.of(new Share(vatPercent, minor));
    }

    static long sum(List<Share> shares) {
        return shares.stream().mapToLong(Share::minor).sum();
    }

    /** One for each rate. */
    static List<Share> merged(List<Share> shares) {
        SortedMap<BigDecimal, Long> byRate = new TreeMap<>();
        shares.forEach(share -> byRate.merge(share.vatPercent(), share.minor(), Long::sum));
        return byRate.entrySet().stream()
                .map(rate -> new Share(rate.getKey(), rate.getValue()))
                .toList();
    }

    /** Splits an amount in proportion to the shares; the last of them gets what rounding leaves. */
    static List<Share> split(long minor, List<Share> weights) {
        long whole = sum(weights);
        long left = minor;
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            Share weight = weights.get(i);
            long part = i == weights.size() - 1 ? left : minor * weight.minor() / whole;
            shares.addAll(all(weight.vatPercent(), part));
            left -= part;
        }
        return shares;
    }
}
