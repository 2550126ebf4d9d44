package centrasage.settlements;

import centrasage.settlements.adyen.AdyenReader;
import centrasage.settlements.file.Batch;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.klarna.KlarnaJsonReader;
import centrasage.settlements.klarna.KlarnaReader;
import centrasage.settlements.klarna.KlarnaSettings;
import centrasage.settlements.paypal.PaypalReader;
import centrasage.settlements.read.Readers;
import centrasage.settlements.read.Source;
import centrasage.settlements.read.UnreadableFile;
import centrasage.settlements.stripe.StripeProfile;
import centrasage.settlements.stripe.StripeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the settlement files of a folder and prints what each says and whether it holds: for trying real files by hand. */
public final class Prove {
    private Prove() {}

    /** @param arguments the folder */
    public static void main(String[] arguments) throws IOException {
        Readers readers = new Readers(List.of(
                new AdyenReader(Map.of()),
                new KlarnaReader(KlarnaSettings.DEFAULT),
                new KlarnaJsonReader(KlarnaSettings.DEFAULT),
                new PaypalReader(Map.of()),
                new StripeReader(StripeProfile.PLAIN)));
        Path folder = Path.of(arguments[0]);
        if (!Files.isDirectory(folder)) {
            System.err.println(
                    "\"" + folder + "\" is no folder: name the one that holds the files, -Dprove.folder=FOLDER");
            System.exit(2);
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                System.out.println(file.getFileName());
                prove(readers, Source.of(file));
            }
        }
    }

    private static void prove(Readers readers, Source source) throws IOException {
        try {
            readers.of(source).read(source, line -> {}).forEach(Prove::print);
        } catch (UnreadableFile e) {
            System.out.println("    not read: " + e.fault());
        }
    }

    private static void print(Batch batch) {
        System.out.println("    " + batch.key() + ": " + batch.lines() + " lines, paid out "
                + batch.paidOut().amount() + (batch.isProven() ? ", proven" : ", NOT proven"));
        for (LineKind kind : LineKind.values()) {
            if (batch.net().containsKey(kind)) {
                System.out.println("        " + kind + " " + batch.net(kind).amount());
            }
        }
        batch.faults().forEach(fault -> System.out.println("        " + fault));
        batch.warnings().forEach(warning -> System.out.println("        for a person: " + warning));
    }
}
