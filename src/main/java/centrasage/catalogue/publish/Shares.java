package centrasage.catalogue.publish;

import centrasage.catalogue.compare.Field;
import centrasage.centra.PriceList;
import centrasage.mapping.InForce;
import centrasage.mapping.InForce.Pricelist;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one company of Sage 200's may say of the one catalogue that Centra has. Two companies that say different things of the same field
 * would overwrite each other for ever: then neither does.
 *
 * @param faults what it was given and another one as well
 */
record Shares(Set<Field> fields, List<Pricelist> pricelists, List<String> faults) {

    static Shares of(
            String company,
            Map<String, Set<Field>> owned,
            InForce today,
            Collection<String> companies,
            List<PriceList> all) {
        List<String> others =
                companies.stream().filter(each -> !each.equals(company)).toList();
        List<String> faults = new ArrayList<>();
        Set<Field> fields = EnumSet.noneOf(Field.class);
        for (Field field : owned.getOrDefault(company, Set.of())) {
            if (others.stream()
                    .anyMatch(other -> owned.getOrDefault(other, Set.of()).contains(field))) {
                faults.add("fields.csv gives " + field.mapped() + " to several companies: name one of them");
            } else {
                fields.add(field);
            }
        }
        List<Long> ofOthers = others.stream()
                .flatMap(other -> today.pricelists(other).stream())
                .flatMap(row -> OurPrices.list(row, all).stream())
                .map(PriceList::id)
                .toList();
        List<Long> own = today.pricelists(company).stream()
                .flatMap(row -> OurPrices.list(row, all).stream())
                .map(PriceList::id)
                .toList();
        List<Pricelist> lists = new ArrayList<>();
        for (Pricelist list : today.pricelists(company)) {
            Optional<Long> id = OurPrices.list(list, all).map(PriceList::id);
            boolean isTaken = id.filter(one -> ofOthers.contains(one) || Collections.frequency(own, one) > 1)
                    .isPresent();
            if (isTaken) {
                faults.add("pricelists.csv names the price list " + list.pricelist()
                        + " more than once, or for several companies: leave one row");
            } else {
                lists.add(list);
            }
        }
        return new Shares(fields, lists, faults);
    }
}
