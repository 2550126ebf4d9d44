package centrasage.sync.store;

import centrasage.flow.Partner;
import centrasage.flow.PostingKind;
import centrasage.flow.Side;
import jakarta.persistence.TypedQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who does not answer now, as the store's query language asks whether a posting goes there. */
record Silence(Set<Partner> partners) {
    Silence {
        partners = Set.copyOf(partners);
    }

    boolean isNone() {
        return partners.isEmpty();
    }

    /** @param posting the alias of the row */
    String covers(String posting) {
        return sides().stream()
                .map(side -> posting + ".kind IN :kinds" + side + companies(side, posting))
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    private String companies(Side side, String posting) {
        return isWhole(side) ? "" : " AND " + posting + ".company IN :silent" + side;
    }

    <T> TypedQuery<T> in(TypedQuery<T> query) {
        for (Side side : sides()) {
            query.setParameter("kinds" + side, PostingKind.of(side));
            if (!isWhole(side)) {
                query.setParameter(
                        "silent" + side,
                        partners.stream()
                                .filter(partner -> partner.side() == side)
                                .map(Partner::company)
                                .toList());
            }
        }
        return query;
    }

    private boolean isWhole(Side side) {
        return partners.contains(Partner.all(side));
    }

    private List<Side> sides() {
        return Arrays.stream(Side.values())
                .filter(side -> partners.stream().anyMatch(partner -> partner.side() == side))
                .toList();
    }
}
