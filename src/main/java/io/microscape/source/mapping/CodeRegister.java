package io.microscape.source.mapping;

import io.microscape.source.ImportTally;
import io.microscape.source.geometry.SeenFeatures;
import org.locationtech.jts.geom.Geometry;

/** Finds features that stand in a file twice, and codes that two different features share. */
final class CodeRegister {
    private final ImportTally tally;
    private final SeenFeatures contents = new SeenFeatures();
    private final SeenFeatures codes = new SeenFeatures();
    private final SeenFeatures places = new SeenFeatures();

    CodeRegister(ImportTally tally) {
        this.tally = tally;
    }

    /**
     * Whether a feature without code is new; if not, it is listed as a duplicate.
     *
     * @param attributes what is compared beside the geometry
     */
    boolean isNew(FeatureName name, Geometry geometry, Object... attributes) {
        long first = contents.add(name.number(), geometry, attributes);
        if (first != 0) {
            tally.duplicate(name.label() + " is the same as " + name.of(first));
        }
        return first == 0;
    }

    /**
     * Whether a feature with a code is new. The same feature again is listed as a duplicate, the same code on another one
     * as a conflict; the same geometry under another code is noted.
     *
     * @param generated whether the code is only the feature's number, which tells nothing
     */
    boolean isNewCode(FeatureName name, String code, boolean generated, Geometry geometry, Object... attributes) {
        Object[] all = new Object[attributes.length + 1];
        all[0] = generated ? null : code;
        System.arraycopy(attributes, 0, all, 1, attributes.length);
        if (geometry != null && !isNew(name, geometry, all)) {
            return false;
        }
        long sameCode = codes.add(name.number(), null, code);
        if (sameCode != 0) {
            tally.conflict(
                    name.label(),
                    "code " + code + " is also that of " + name.of(sameCode)
                            + (geometry == null ? "" : ", which has another geometry or other attributes"));
            return false;
        }
        long samePlace = geometry == null || generated ? 0 : places.add(name.number(), geometry);
        if (samePlace != 0) {
            tally.notes().count("features have the same geometry as another one of another code", name.label());
        }
        return true;
    }
}
