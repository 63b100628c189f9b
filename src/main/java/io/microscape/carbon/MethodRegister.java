package io.microscape.carbon;

import io.microscape.carbon.MeasurementMethod.Scale;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Measuring methods by the techniques that accounts name. */
public final class MethodRegister {
    private final List<MeasurementMethod> methods;

    public MethodRegister(List<MeasurementMethod> methods) {
        this.methods = List.copyOf(methods);
    }

    public List<MeasurementMethod> methods() {
        return methods;
    }

    /** The registered methods that a text names by one of their techniques. */
    List<MeasurementMethod> named(String method) {
        String text = Names.key(method);
        return methods.stream()
                .filter(known -> known.techniques().stream().anyMatch(technique -> isNamed(technique, text)))
                .toList();
    }

    /**
     * The warning that a method is used outside its scale; empty when it is within, or not registered.
     *
     * @param method as an account names it; may be null
     * @param areaM2 area of the space in m²; without it nothing can be said
     */
    Optional<String> outsideScale(String method, Double areaM2) {
        if (method == null || areaM2 == null) {
            return Optional.empty();
        }
        Scale scale = Scale.ofArea(areaM2);
        List<MeasurementMethod> named = named(method);
        if (named.isEmpty() || named.stream().anyMatch(known -> known.covers(scale))) {
            return Optional.empty();
        }
        return Optional.of("the method \"" + method + "\" is used outside its scale: it is for "
                + scales(named)
                + ", the space is a " + scale.key() + " (" + named.get(0).weakness() + ")");
    }

    /** The warning that a method is for no scale of a micro-space; empty when it is for one, or not registered. */
    public Optional<String> notForMicroSpaces(String method) {
        List<MeasurementMethod> named = named(method);
        return named.isEmpty() || named.stream().anyMatch(known -> known.covers(Scale.PLOT) || known.covers(Scale.PARK))
                ? Optional.empty()
                : Optional.of("the method \"" + method + "\" is for " + scales(named) + ", not for micro-spaces");
    }

    private static String scales(List<MeasurementMethod> named) {
        return named.stream()
                .map(known -> known.from() == known.to()
                        ? known.from().key()
                        : known.from().key() + " to " + known.to().key())
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    private static boolean isNamed(String technique, String text) {
        return Pattern.compile("(?<![\\p{L}\\d])" + Pattern.quote(Names.key(technique)) + "(?![\\p{L}\\d])")
                .matcher(text)
                .find();
    }
}
