package centrasage.stock.shelf;

import centrasage.mapping.InForce;
import centrasage.sage200.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which warehouses of a company sell their stock in Centra, by {@code warehouses.csv}: a row that names a warehouse of Centra's, and for
 * those that none names the row for any. No warehouse of Sage's is sold in two of Centra's: that would sell it twice.
 */
public final class Shelves {
    private final String company;
    private final Map<String, Long> centra;
    private final List<String> faults = new ArrayList<>();

    /** @param centra ids of Centra's warehouses by their names */
    public Shelves(String company, Map<String, Long> centra) {
        this.company = company;
        this.centra = new TreeMap<>(centra);
    }

    public List<Shelf> of(InForce mappings, Site site) {
        List<InForce.Shelf> rows = mappings.shelves(company);
        Set<String> named = rows.stream()
                .map(InForce.Shelf::centraWarehouse)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        List<Shelf> shelves = new ArrayList<>();
        for (InForce.Shelf row : rows) {
            List<String> names = row.centraWarehouse().isEmpty()
                    ? centra.keySet().stream()
                            .filter(name -> !named.contains(name) && !mappings.isNamed(company, name))
                            .toList()
                    : List.of(row.centraWarehouse());
            names.forEach(name -> shelf(row, name, site).ifPresent(shelves::add));
        }
        return onlyOnce(shelves);
    }

    private Optional<Shelf> shelf(InForce.Shelf row, String name, Site site) {
        Long there = site.warehouses().get(row.sageWarehouse());
        Long here = centra.get(name);
        if (there == null) {
            faults.add("Sage 200 has no warehouse " + row.sageWarehouse() + " in company " + company);
            return Optional.empty();
        }
        if (here == null) {
            faults.add("Centra has no warehouse " + name);
            return Optional.empty();
        }
        return Optional.of(new Shelf(company, name, here, row.sageWarehouse(), there, row.buffer()));
    }

    private List<Shelf> onlyOnce(List<Shelf> shelves) {
        Map<String, List<Shelf>> bySage = shelves.stream()
                .collect(Collectors.groupingBy(Shelf::sageWarehouse, TreeMap::new, Collectors.toList()));
        List<Shelf> once = new ArrayList<>();
        bySage.forEach((warehouse, sold) -> {
            if (sold.size() == 1) {
                once.addAll(sold);
            } else {
                faults.add("the stock of Sage 200's warehouse " + warehouse
                        + " would be sold twice, in Centra's warehouses "
                        + sold.stream().map(Shelf::centraWarehouse).collect(Collectors.joining(" and ")));
            }
        });
        return once;
    }

    /** What is wrong with the rows, in words; of these nothing is sold. */
    public List<String> faults() {
        return List.copyOf(faults);
    }
}
