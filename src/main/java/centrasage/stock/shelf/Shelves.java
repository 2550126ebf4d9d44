package centrasage.stock.shelf;

import centrasage.mapping.InForce;
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
    private final InForce mappings;
    private final TreeMap<String, Long> centra;
    private final List<String> faults = new ArrayList<>();

    /** @param centra ids of Centra's warehouses by their names */
    public Shelves(String company, InForce mappings, Map<String, Long> centra) {
        this.company = company;
        this.mappings = mappings;
        this.centra = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        this.centra.putAll(centra);
    }

    /** The warehouses of Centra's that would sell this company's stock. */
    public Set<String> names() {
        return mappings.shelves(company).stream()
                .flatMap(row -> names(row).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> names(InForce.Shelf row) {
        return row.centraWarehouse().isEmpty()
                ? centra.keySet().stream()
                        .filter(name -> !mappings.isNamed(company, name))
                        .toList()
                : List.of(asThere(centra, row.centraWarehouse()));
    }

    /** As {@link #of}, while Sage cannot be asked for its warehouses: they are taken to be there, and have no ids. */
    public List<Shelf> unread(Set<String> ofOthers) {
        Map<String, Long> sage = mappings.shelves(company).stream()
                .collect(Collectors.toMap(InForce.Shelf::sageWarehouse, row -> Shelf.UNREAD, (one, other) -> one));
        return of(sage, ofOthers);
    }

    /**
     * @param sage ids of Sage's warehouses by their names
     * @param ofOthers warehouses of Centra's that other companies would sell their stock in, too
     */
    public List<Shelf> of(Map<String, Long> sage, Set<String> ofOthers) {
        List<Shelf> shelves = new ArrayList<>();
        TreeMap<String, Long> there = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        there.putAll(sage);
        for (InForce.Shelf row : mappings.shelves(company)) {
            for (String name : names(row)) {
                if (ofOthers.contains(name)) {
                    faults.add("Centra's warehouse " + name + " would sell the stock of company " + company
                            + " and of another one, by turns");
                } else {
                    shelf(row, name, there).ifPresent(shelves::add);
                }
            }
        }
        return onlyOnce(shelves);
    }

    private Optional<Shelf> shelf(InForce.Shelf row, String name, TreeMap<String, Long> sage) {
        Long there = sage.get(row.sageWarehouse());
        Long here = centra.get(name);
        if (there == null) {
            faults.add("Sage 200 has no warehouse " + row.sageWarehouse() + " in company " + company);
            return Optional.empty();
        }
        if (here == null) {
            faults.add("Centra has no warehouse " + name);
            return Optional.empty();
        }
        return Optional.of(new Shelf(company, name, here, asThere(sage, row.sageWarehouse()), there, row.buffer()));
    }

    /** A name as the system itself writes it; in the mappings upper and lower case are the same. */
    private static String asThere(TreeMap<String, Long> names, String name) {
        String found = names.floorKey(name);
        return found != null && found.equalsIgnoreCase(name) ? found : name;
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
