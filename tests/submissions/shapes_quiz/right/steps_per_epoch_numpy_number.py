import numpy as np
steps_per_epoch = np.int64(11)
