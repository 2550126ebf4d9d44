package centrasage.catalogue.publish;

import centrasage.catalogue.compare.Field;
import centrasage.mapping.InForce;
import centrasage.mapping.InForce.Pricelist;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one company of Sage 200's may say of the one catalogue that Centra has. Two companies that say different things of the same field
 * would overwrite each other for ever: then neither does.
 *
 * @param faults what it was given and another one as well
 */
record Shares(Set<Field> fields, List<Pricelist> pricelists, List<String> faults) {

    static Shares of(String company, Map<String, Set<Field>> owned, InForce today, Collection<String> companies) {
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
        Set<String> listsOfOthers = others.stream()
                .flatMap(other -> today.pricelists(other).stream())
                .map(list -> list.pricelist().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        List<Pricelist> lists = new ArrayList<>();
        for (Pricelist list : today.pricelists(company)) {
            if (listsOfOthers.contains(list.pricelist().toLowerCase(Locale.ROOT))) {
                faults.add("pricelists.csv gives the price list " + list.pricelist()
                        + " to several companies: name one of them");
            } else {
                lists.add(list);
            }
        }
        return new Shares(fields, lists, faults);
    }
}
