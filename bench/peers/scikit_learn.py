"""scikit-learn, on as many threads as its libraries are told."""
import sklearn

from serve import serve

serve(f'scikit-learn {sklearn.__version__}', 'scikit_learn_cases')
