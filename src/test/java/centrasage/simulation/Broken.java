package centrasage.simulation;

import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.Finding;
import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.flow.Target;
import centrasage.flow.event.PostingFinding;
import centrasage.money.Money;
import centrasage.orders.check.OrderRules;
import centrasage.sage200.OrderCorrectionJson;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Programs that are wrong, each in one way, and the truths by which that must come out. */
enum Broken implements Mutant {
    SENDS_TWICE_AFTER_A_DOUBT(Truth.ONE_ORDER, Truth.ONE_DESPATCH, Truth.NEVER_MORE, Truth.NOTHING_HALF_MADE) {
        @Override
        @Nullable
        Object target(Target real, World world, Call call) throws Exception {
            @Nullable Object outcome = call.real();
            return call.is("send") && outcome instanceof Outcome.InDoubt ? call.real() : outcome;
        }
    },
    TAKES_A_DOUBT_FOR_NOT_SENT(Truth.ONE_ORDER, Truth.ONE_DESPATCH, Truth.NEVER_MORE, Truth.NOTHING_HALF_MADE) {
        @Override
        @Nullable
        Object store(Store real, Call call) throws Exception {
            if (call.is("conclude") && call.arguments[1] instanceof Outcome.InDoubt) {
                call.arguments[1] = new Outcome.Unavailable("it was not sent, probably");
            }
            return call.real();
        }
    },
    SENDS_LONG_AFTER_ITS_LEASE(
            Truth.ONE_ORDER,
            Truth.TOTAL,
            Truth.NOTHING_INELIGIBLE,
            Truth.NOTHING_HALF_MADE,
            Truth.ONE_DESPATCH,
            Truth.TRACKING,
            Truth.NEVER_MORE,
            Truth.NOTHING_TOLD_IN_VAIN) {
        @Override
        @Nullable
        Object target(Target real, World world, Call call) throws Exception {
            for (int pause = 0; call.is("send") && pause < 12 && world.turns().mayStall(); pause++) {
                world.clock().advance(World.LEASE);
                world.turns().stall(this);
            }
            return call.real();
        }
    },
    DESPATCHES_BEFORE_THE_ORDER(Truth.NOTHING_TOLD_IN_VAIN) {
        @Override
        @Nullable
        Object store(Store real, Call call) throws Exception {
            if (call.is("record") && call.arguments[0] instanceof Planned planned) {
                call.arguments[0] = waitingForNothing(planned);
            }
            return call.real();
        }
    },
    ADOPTS_THE_DESPATCH_OF_ANOTHER(Truth.ONE_DESPATCH) {
        @Override
        @Nullable
        Object target(Target real, World world, Call call) throws Exception {
            @Nullable Object answer = call.real();
            return call.is("find") && real.kind() == PostingKind.DESPATCH
                    ? replaced(answer, key -> anyDespatch(world, key))
                    : answer;
        }
    },
    DESPATCHES_ONE_LESS(Truth.QUANTITIES) {
        private final Pattern picked = Pattern.compile("\"picked\":\\{\"(\\d+)\":\"(\\d+)\"");

        @Override
        @Nullable
        Object target(Target real, World world, Call call) throws Exception {
            if (call.is("send") && real.kind() == PostingKind.DESPATCH) {
                call.arguments[1] = picked.matcher(call.arguments[1].toString())
                        .replaceFirst(found -> "\"picked\":{\"" + found.group(1) + "\":\""
                                + Math.max(1, Integer.parseInt(found.group(2)) - 1) + "\"");
            }
            return call.real();
        }
    },
    WRITES_ANOTHER_NUMBER_INTO_THE_NOTES(Truth.ITS_OWN_SHIPMENT) {
        @Override
        @Nullable
        Object target(Target real, World world, Call call) throws Exception {
            if (call.is("send")
                    && real.kind() == PostingKind.DESPATCH
                    && call.arguments[0] instanceof Command command) {
                call.arguments[0] = command.with(command.document()
                        .replace("\"number\":\"" + command.key().sourceKey() + "\"", "\"number\":\"77777-1\""));
            }
            return call.real();
        }
    },
    POSTS_WHAT_IS_PENDING(Truth.NOTHING_INELIGIBLE) {
        @Override
        public OrderRules rules() {
            OrderRules right = Shop.RULES;
            return new OrderRules(
                    right.defaultCompany(),
                    right.from(),
                    Set.of("PENDING", "CONFIRMED"),
                    right.stores(),
                    right.allocate(),
                    right.tolerance(),
                    right.negativeRounding(),
                    right.onDifference(),
                    right.giftCards(),
                    right.zone());
        }
    },
    LEAVES_TOTALS_AS_THEY_ARE(Truth.TOTAL) {
        @Override
        @Nullable
        Object target(Target real, World world, Call call) throws Exception {
            return call.is("send") && real.kind() == PostingKind.ORDER_CORRECTION
                    ? new Outcome.Posted(OrderCorrectionJson.read(((Command) call.arguments[0]).document())
                            .document())
                    : call.real();
        }
    },
    LEAVES_TRACKING_AS_IT_IS(Truth.TRACKING) {
        @Override
        @Nullable
        Object target(Target real, World world, Call call) throws Exception {
            @Nullable Object answer = call.real();
            return call.is("find") && real.kind() == PostingKind.DESPATCH_TRACKING
                    ? replaced(answer, key -> anyDespatch(world, key))
                    : answer;
        }
    },
    LEAVES_DRAFTS_BEHIND(Truth.NOTHING_HALF_MADE) {
        @Override
        @Nullable
        Object target(Target real, World world, Call call) throws Exception {
            return call.is("discard") ? null : call.real();
        }
    },
    LINKS_ANOTHER_DOCUMENT(Truth.LINKED_TO_SAGE) {
        @Override
        @Nullable
        Object store(Store real, Call call) throws Exception {
            if (call.is("conclude") && call.arguments[1] instanceof Outcome.Posted posted) {
                Document right = posted.document();
                call.arguments[1] = new Outcome.Posted(
                        new Document("987654", right.number(), right.total(), right.vat(), right.createdAt()));
            }
            return call.real();
        }
    },
    FORGETS_WHAT_WAS_DESPATCHED(Truth.LINKED_FROM_SAGE) {
        @Override
        @Nullable
        Object store(Store real, Call call) throws Exception {
            boolean despatched =
                    (call.is("adopt") || call.is("conclude") && call.arguments[1] instanceof Outcome.Posted)
                            && ((Claimed) call.arguments[0]).command().key().kind() == PostingKind.DESPATCH;
            if (despatched) {
                real.refuse(
                        (Claimed) call.arguments[0],
                        List.of(new Reason(
                                "NOT_OUTSTANDING", Owner.OPERATIONS, "Sage refused it", "Despatch it by hand")));
                return null;
            }
            return call.real();
        }
    },
    NEVER_RESOLVES_A_DOUBT(Truth.ONE_ORDER, Truth.ONE_DESPATCH, Truth.AT_REST) {
        @Override
        @Nullable
        Object store(Store real, Call call) throws Exception {
            boolean toResolve = call.is("claim") && call.arguments[0].toString().contains("RESOLVE");
            return toResolve ? List.of() : call.real();
        }
    },
    NEVER_LOOKS_AGAIN(Truth.AT_REST) {
        @Override
        @Nullable
        Object store(Store real, Call call) throws Exception {
            return call.is("rechecks") ? List.of() : call.real();
        }
    },
    TELLS_OF_DUPLICATES_THAT_ARE_NONE(Truth.NOTHING_TOLD_IN_VAIN) {
        @Override
        @Nullable
        Object store(Store real, Call call) throws Exception {
            if (call.is("rechecked") && call.arguments[0] instanceof Claimed claimed) {
                call.arguments[1] = List.of(duplicate(claimed));
            }
            return call.real();
        }
    };

    private final Set<Truth> truths;

    Broken(Truth... truths) {
        this.truths = Set.of(truths);
    }

    /** One call of a port. */
    record Call(String method, Object[] arguments, Callable<@Nullable Object> once) {
        boolean is(String name) {
            return method.equals(name);
        }

        @Nullable
        Object real() throws Exception {
            return once.call();
        }
    }

    /** By which of them it may come out. */
    Set<Truth> truths() {
        return truths;
    }

    @Nullable
    Object store(Store real, Call call) throws Exception {
        return call.real();
    }

    @Nullable
    Object target(Target real, World world, Call call) throws Exception {
        return call.real();
    }

    @Override
    public Store store(Store real) {
        return Doubles.of(
                Store.class, real, (method, arguments, once) -> store(real, new Call(method, arguments, once)));
    }

    @Override
    public Target target(Target real, World world) {
        return Doubles.of(
                Target.class,
                real,
                (method, arguments, once) -> target(real, world, new Call(method, arguments, once)));
    }

    private static Planned waitingForNothing(Planned planned) {
        return planned.plan() instanceof Plan.Post post
                ? new Planned(
                                planned.key(),
                                planned.object(),
                                planned.document(),
                                planned.amount(),
                                planned.businessDate(),
                                new Plan.Post(post.command()))
                        .printing(planned.printed())
                : planned;
    }

    private interface Other {
        @Nullable
        Document of(PostingKey key);
    }

    /** What is not there is said to be that. */
    private static Map<Object, Object> replaced(@Nullable Object findings, Other other) {
        Map<Object, Object> replaced = new HashMap<>((Map<?, ?>) java.util.Objects.requireNonNull(findings));
        replaced.replaceAll((key, finding) -> {
            @Nullable Document there = finding instanceof Finding.Absent ? other.of((PostingKey) key) : null;
            return there == null ? finding : new Finding.Found(there);
        });
        return replaced;
    }

    private static @Nullable Document anyDespatch(World world, PostingKey key) {
        String order = key.sourceKey().split("-")[0] + "-";
        return world.sage().despatches().stream()
                .filter(despatch -> despatch.notes.startsWith(order))
                .findFirst()
                .map(despatch -> despatch.shown().document(Money.of("1.00", "GBP")))
                .orElse(null);
    }

    private static PostingFinding duplicate(Claimed claimed) {
        return new PostingFinding(
                claimed.postingId(),
                claimed.command().key(),
                PostingFinding.Kind.DUPLICATE,
                claimed.command().amount(),
                new Reason("DUPLICATE", Owner.FINANCE, "There are two", "Cancel one"));
    }
}
