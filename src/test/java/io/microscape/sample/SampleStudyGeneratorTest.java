package io.microscape.sample;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SampleStudyGeneratorTest {
    @Test
    void writes() throws Exception {
        new SampleStudyGenerator(Long.getLong("seed", SampleStudyGenerator.SEED))
                .write(Path.of("sample-data/published/microspaces.csv"), Path.of("sample-data/chongqing"));
    }
}
